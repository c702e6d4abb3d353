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

    @Test("nothing is nothing")
    func nothing() {
        #expect(MarkdownRenderer().plainText("") == "")
        #expect(MarkdownRenderer().plainText("***") == "")
    }
}
