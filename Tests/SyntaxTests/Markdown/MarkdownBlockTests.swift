import Syntax
import Testing

@Suite("Markdown's blocks")
struct MarkdownBlockTests {
    @Test("paragraphs, emphasis, code and line breaks come out as their elements")
    func paragraphs() {
        #expect(
            html("One *two* **three** `a < b`\nfour  \nfive & six\n\nSeven")
                == "<p>One <em>two</em> <strong>three</strong> <code>a &lt; b</code>\nfour<br>\nfive &amp; six</p>\n<p>Seven</p>\n"
        )
        #expect(html("") == "")
        #expect(html("\n \n") == "")
    }

    @Test("headings move down by the offset and stop at the sixth level")
    func headingOffset() {
        let options = MarkdownRenderer.Options(headingOffset: 2)
        #expect(html("# A", options) == "<h3 id=\"a\">A</h3>\n")
        #expect(html("A\n---", options) == "<h4 id=\"a\">A</h4>\n")
        #expect(html("##### A", options) == "<h6 id=\"a\">A</h6>\n")
    }

    @Test("a heading's name is made of its letters, takes the prefix and never occurs twice")
    func headingNames() {
        let options = MarkdownRenderer.Options(idPrefix: "causes-")
        let text = html(
            "# What *went* wrong?\n# What went wrong\n# What went wrong 2\n# !\n> # Étude 鍵", options)
        #expect(text.contains("<h1 id=\"causes-what-went-wrong\">What <em>went</em> wrong?</h1>"))
        #expect(text.contains("id=\"causes-what-went-wrong-2\">What went wrong</h1>"))
        #expect(text.contains("id=\"causes-what-went-wrong-2-2\">What went wrong 2</h1>"))
        #expect(text.contains("id=\"causes-section\">!</h1>"))
        #expect(text.contains("id=\"causes-étude-鍵\""))
    }

    @Test("a link to a heading of the same prose follows the prefix, any other fragment stays")
    func headingLinks() {
        let options = MarkdownRenderer.Options(idPrefix: "causes-")
        let text = html("[a](#the-key) [b](#losses) [c](#%C3%A9) [d](#é)\n\n# The key\n# É", options)
        #expect(text.contains("<a href=\"#causes-the-key\">a</a> <a href=\"#losses\">b</a>"))
        #expect(text.contains("<a href=\"#causes-%C3%A9\">d</a>"))
    }

    @Test("tight lists show no paragraphs, loose ones do, and an ordered list keeps its first number")
    func lists() {
        #expect(
            html("- a\n- b\n  1. c") == "<ul>\n<li>a</li>\n<li>b\n<ol>\n<li>c</li>\n</ol>\n</li>\n</ul>\n")
        #expect(
            html("3. a\n\n4. b") == "<ol start=\"3\">\n<li>\n<p>a</p>\n</li>\n<li>\n<p>b</p>\n</li>\n</ol>\n")
    }

    @Test("task items say in words whether they are done")
    func tasks() {
        #expect(
            html("- [x] revoke\n- [ ] pay")
                == "<ul>\n<li class=\"task\"><span role=\"img\" aria-label=\"done\">☑</span> revoke</li>\n"
                + "<li class=\"task\"><span role=\"img\" aria-label=\"open\">☐</span> pay</li>\n</ul>\n")
        #expect(html("- plain [x]") == "<ul>\n<li>plain [x]</li>\n</ul>\n")
    }

    @Test("a table scrolls in a box that is named by its header, with classes for alignment")
    func tables() {
        let table = html("| Token | Amount | |\n|:--|--:|:-:|\n| <ETH> | 1 | *x* |\n| a \\| b | 2 |\n")
        #expect(
            table == """
                <div class="table-scroll" role="group" tabindex="0" aria-label="Table: Token, Amount"><table>
                <thead>
                <tr>
                <th scope="col" class="align-left">Token</th>
                <th scope="col" class="align-right">Amount</th>
                <td class="align-center"></td>
                </tr>
                </thead>
                <tbody>
                <tr>
                <td class="align-left">&lt;ETH&gt;</td>
                <td class="align-right">1</td>
                <td class="align-center"><em>x</em></td>
                </tr>
                <tr>
                <td class="align-left">a | b</td>
                <td class="align-right">2</td>
                <td class="align-center"></td>
                </tr>
                </tbody>
                </table></div>

                """)
        #expect(!html("| a |\n|---|").contains("tbody"))
    }

    @Test("code keeps its spaces and marks, and its language is a class")
    func code() {
        #expect(
            html("```solidity \"x\ncall{value: 1}(\"<b>\");\n```")
                == "<pre tabindex=\"0\"><code class=\"language-solidity\">call{value: 1}(\"&lt;b&gt;\");\n</code></pre>\n"
        )
        #expect(html("    a < b") == "<pre tabindex=\"0\"><code>a &lt; b\n</code></pre>\n")
        #expect(
            html("```a\"b\n```") == "<pre tabindex=\"0\"><code class=\"language-a&quot;b\"></code></pre>\n")
    }

    @Test("quotes and rules come out as their elements")
    func quotes() {
        #expect(html("> a\n\n***") == "<blockquote>\n<p>a</p>\n</blockquote>\n<hr>\n")
    }

    @Test("footnotes stand behind the text in the order of their use, and lead back to every use")
    func footnotes() {
        let text = html(
            "B[^b] a[^a] b[^b]\n\n[^a]: First\n[^b]: Second\n\n    - list\n[^unused]: Gone",
            .init(idPrefix: "p-"))
        #expect(
            text == """
                <p>B<sup><a class="note-reference" role="doc-noteref" href="#p-note_1" id="p-noteref_1">1</a></sup> \
                a<sup><a class="note-reference" role="doc-noteref" href="#p-note_2" id="p-noteref_2">2</a></sup> \
                b<sup><a class="note-reference" role="doc-noteref" href="#p-note_1" id="p-noteref_1_2">1</a></sup></p>
                <div class="notes">
                <ol>
                <li id="p-note_1">
                <p>Second</p>
                <ul>
                <li>list</li>
                </ul>
                <p> <a class="note-return" role="doc-backlink" href="#p-noteref_1" aria-label="back to reference 1">↩</a> \
                <a class="note-return" role="doc-backlink" href="#p-noteref_1_2" \
                aria-label="back to reference 1, place 2">↩</a></p>
                </li>
                <li id="p-note_2">
                <p>First <a class="note-return" role="doc-backlink" href="#p-noteref_2" \
                aria-label="back to reference 2">↩</a></p>
                </li>
                </ol>
                </div>

                """)
    }

    @Test("each block finds its own direction where there are right-to-left letters, and only there")
    func direction() {
        #expect(html("שלום *עולם*") == "<p dir=\"auto\">שלום <em>עולם</em></p>\n")
        #expect(html("# مرحبا") == "<h1 id=\"مرحبا\" dir=\"auto\">مرحبا</h1>\n")
        #expect(html("Grüße 👩‍🚒 日本") == "<p>Grüße 👩‍🚒 日本</p>\n")
    }
}
