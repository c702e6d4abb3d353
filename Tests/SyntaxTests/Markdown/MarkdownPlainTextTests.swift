import Syntax
import Testing

@Suite("Markdown as plain text")
struct MarkdownPlainTextTests {
    @Test("each paragraph, heading, item and row is a line, and marks are gone")
    func lines() {
        let text = MarkdownRenderer().plainText(
            """
            # The *key*

            One `two`
            three ~~four~~ [five](https://e.example) ![six](x.png)[^1]

            2. first
            3. second
               - [x] inner

            > quoted

            | a | b |
            |---|---|
            | 1 | 2 |

            ```
            code
              more
            ```
            ***
            [^1]: note
            """)
        #expect(
            text == """
                The key
                One two three four five six
                2. first
                3. second
                ☑ inner
                quoted
                a, b
                1, 2
                code
                  more
                """)
    }

    @Test("a letter has blank lines between blocks, and says what links, quotations and struck words mean")
    func letter() {
        let text = MarkdownRenderer().letter(
            """
            # The *key*

            See [the page](../x/?a_b#c), <https://e.example/p>, [mail](mailto:a@e.example), <a@e.example>,
            ![chart](https://e.example/c.png) and ~~gone~~\\
            next line. [bad](javascript:alert) [](https://e.example/n)

            - one
            - two

              more

            > quoted
            >
            > > twice

            | a | 1,5 |
            |---|---|
            | 1 | 2 |

            ```
            code
            ```
            """, baseURL: "https://site.example/incidents/one/")
        #expect(
            text == """
                The key

                See the page (https://site.example/incidents/x/?a_b#c), https://e.example/p, \
                mail (mailto:a@e.example), a@e.example, chart (https://e.example/c.png) and ~~gone~~
                next line. bad https://e.example/n

                - one
                - two
                more

                > quoted
                > > twice

                a | 1,5
                1 | 2

                code
                """)
    }

    @Test("nothing is nothing")
    func nothing() {
        #expect(MarkdownRenderer().plainText("") == "")
        #expect(MarkdownRenderer().plainText("***") == "")
    }
}
