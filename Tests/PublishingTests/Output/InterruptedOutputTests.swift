import Publishing
import Site
import System
import TestKit
import Testing

@Suite("an output folder after a build that did not end")
struct InterruptedOutputTests: OutputWriting {
    let scratch: ScratchFolder

    init() throws { scratch = try ScratchFolder() }

    @Test("a build that is given up leaves the last site and nothing beside it")
    func givenUp() throws {
        try build(first)
        do {
            let folder = try OutputFolder(site)
            for (path, text) in second { try folder.stage(artifact(path, text)) }
        }
        #expect(try standing() == first)
        #expect(!scratch.has(".aboveboard"))
    }

    @Test("killed after any step, the site is readable and the next build makes it whole, whatever it builds")
    func killed() throws {
        let clean = first.merging(["x/y/z.html": "deep"]) { $1 }
        // The list twice, three pages and lists to put, two to remove: one step more than there are is the whole.
        for steps in 0...9 {
            if scratch.has("site") { try Disk.removeTree(site) }
            try build(clean)
            try build(second, stepLimit: steps)
            let between = try standing()
            for (path, text) in between { #expect([clean[path], second[path]].contains(text)) }
            if between["feed.xml"] == "feed 2" {
                // The feed comes last: whatever it or the list names stands.
                #expect(between["incidents/b/index.html"] == "page b")
                #expect(between["index.html"] == "list 2")
            } else {
                #expect(between["incidents/a/index.html"] == "page a")
            }
            if between["index.html"] == "list 2" { #expect(between["incidents/b/index.html"] == "page b") }

            // The next build finishes the killed one before it starts, even if it is then given up itself.
            _ = try OutputFolder(site)
            #expect(try standing() == second)
            try build(first)
            #expect(try standing() == first)
            #expect(try scratch.files().count == first.count + 1)
        }
    }

    @Test("a commit whose staged files are thrown away is taken up by the next build without its journal")
    func lostJournal() throws {
        try build(first)
        try build(second, stepLimit: 3)
        try Disk.removeTree(scratch.path(of: ".aboveboard"))
        try build(second)
        #expect(try standing() == second)
        #expect(!scratch.has("site/incidents/a"))
    }

    @Test("a journal that is cut off or made up is never trusted")
    func brokenJournals() throws {
        try scratch.write("precious", to: "outside.txt")
        for text in [
            "", "aboveboard journal 1\nremove index.html\n",
            "aboveboard journal 1\nremove ../outside.txt\nend\n",
            "aboveboard journal 1\nput ../../outside.txt index.html\nend\n", "remove index.html\nend\n",
        ] {
            try build(first)
            try scratch.write("x", to: ".aboveboard/site.staging/0")
            try scratch.write(text, to: ".aboveboard/site.journal")
            #expect(try build(first).unchanged == 3)
            #expect(try standing() == first)
            #expect(!scratch.has(".aboveboard"))
        }
        #expect(try scratch.text(of: "outside.txt") == "precious")
    }
}
