import System
import TestKit
import Testing

@Suite struct HeldFilesTests {
    private struct Held {
        weak var file: HeldFile?
    }

    @Test("a held file's name can be given to another, and however many are let go of, none stays open")
    func lettingGo() async throws {
        let scratch = try ScratchFolder()
        let folder = try Folder(scratch.path)
        let files = HeldFiles()
        var held: [Held] = []
        for number in 0..<300 {
            let name = String(number)
            try folder.create(name, [1])
            try folder.create(name + ".new", [2])
            guard let file = folder.hold(name) else {
                Issue.record("\(name) cannot be opened")
                continue
            }
            held.append(Held(file: file))
            try folder.rename(name + ".new", to: folder, as: name)
            files.letGo(of: file)
            let bytes = try folder.read(name)
            #expect(bytes == [2])
        }
        while held.contains(where: { $0.file != nil }) { await Task.yield() }
        let none = folder.hold("none")
        #expect(none == nil)
    }
}
