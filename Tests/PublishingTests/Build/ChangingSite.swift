import Incidents
import Site
import System
import TestKit

@testable import Publishing

/// A site whose writers change whatever can be changed, in an order that a seed gives.
struct ChangingSite {
    let scratch: ScratchFolder
    private var random: SeededRandom
    private var records: [Int: ChangingRecord] = [:]
    private var nextNumber = 1
    private var configuration = Configuration()
    private(set) var options = Publisher.Options()
    /// What was done, for the message of a failure.
    private(set) var deeds: [String] = []
    private var publications: Int64 = 0
    /// How many revisions were published in all.
    private(set) var revisionCount = 0

    private struct Configuration {
        var title = "Site"
        var perPage = 3
        var accent = false
    }

    init(seed: UInt64) throws {
        scratch = try ScratchFolder()
        random = SeededRandom(seed: seed)
        for _ in 0..<5 { addRecord() }
        try write()
    }

    var project: Project { Project(folder: scratch.path) }

    /// One to three changes, some of which come before the last build could be told apart from them by the clock.
    mutating func change() throws {
        deeds = []
        for _ in 0..<Int.random(in: 1...3, using: &random) { try changeOnce() }
        try write()
    }

    /// Takes back what the next build could refuse: a site of mistakes alone would try nothing, nor one whose words were
    /// published and then changed in silence.
    mutating func mend() throws {
        if scratch.has("history") { try Disk.removeTree(scratch.path(of: "history")) }
        for number in records.keys { records[number]?.mend() }
    }

    private mutating func changeOnce() throws {
        switch Int.random(in: 0..<21, using: &random) {
        case 0: addRecord()
        case 1 where records.count > 2: try removeRecord()
        case 2:
            configuration.title = "Site \(Int.random(in: 0..<5, using: &random))"
            deeds.append("another title of the site")
        case 3:
            configuration.perPage = Int.random(in: 2...5, using: &random)
            deeds.append("another length of lists")
        case 4: try changeTemplate()
        case 5: try damageOutput()
        case 6: try damageMemory()
        case 7:
            options.asOf =
                random.isOnce(in: 2)
                ? .data : AsOf("2026-0\(Int.random(in: 3...9, using: &random))-01") ?? .data
            deeds.append("another moment")
        case 8:
            options.jobs = Int.random(in: 1...4, using: &random)
            deeds.append("other threads")
        case 9:
            options.includesUnpublished.toggle()
            deeds.append("drafts or none")
        case 10: try publish()
        default: changeRecord()
        }
    }

    /// Appends all that is public to the history, as long as the check lets it.
    private mutating func publish() throws {
        try write()
        publications += 1
        let moment = Moment(secondsSince1970: 1_800_000_000 + publications)
        let outcome = try? Publication(Publisher(project), at: moment).publish()
        revisionCount += outcome?.added.count ?? 0
        deeds.append("\(outcome?.added.count ?? 0) revisions were published")
    }

    private mutating func addRecord() {
        records[nextNumber] = ChangingRecord(number: nextNumber)
        deeds.append("record \(nextNumber) came")
        nextNumber += 1
    }

    private mutating func removeRecord() throws {
        let number = somebody()
        try Disk.removeTree(scratch.path(of: "incidents"))
        records[number] = nil
        deeds.append("record \(number) went")
    }

    private mutating func somebody() -> Int {
        let numbers = records.keys.sorted()
        return numbers[Int.random(in: 0..<numbers.count, using: &random)]
    }

    private mutating func changeRecord() {
        let number = somebody()
        let other = somebody()
        records[number]?.change(&random, other: other)
        deeds.append("record \(number): \(records[number]?.deed ?? "")")
    }

    private mutating func changeTemplate() throws {
        let name = "templates/parts/measure.mustache"
        if scratch.has(name), random.isOnce(in: 2) {
            try Disk.remove(scratch.path(of: name))
            deeds.append("a template went")
        } else {
            try scratch.write("<p>{{action}} \(Int.random(in: 0..<9, using: &random))</p>\n", to: name)
            deeds.append("another template")
        }
    }

    private mutating func damageOutput() throws {
        guard scratch.has("site") else { return }
        let files = try Disk.files(under: scratch.path(of: "site"))
        let name = "site/" + files[Int.random(in: 0..<files.count, using: &random)]
        if random.isOnce(in: 2) {
            try Disk.remove(scratch.path(of: name))
            deeds.append("\(name) went")
        } else {
            try scratch.write("somebody else's words", to: name)
            deeds.append("\(name) was overwritten")
        }
    }

    private mutating func damageMemory() throws {
        guard scratch.has(".aboveboard") else { return }
        let names = try Disk.names(in: scratch.path(of: ".aboveboard")).filter { $0.hasPrefix("build-") }
        guard !names.isEmpty else { return }
        let name = ".aboveboard/" + names[Int.random(in: 0..<names.count, using: &random)]
        var bytes = try Disk.read(scratch.path(of: name))
        switch Int.random(in: 0..<3, using: &random) {
        case 0: try Disk.remove(scratch.path(of: name))
        case 1: try scratch.write(Array(bytes.dropLast(bytes.count / 3 + 1)), to: name)
        default:
            guard !bytes.isEmpty else { return }
            bytes[Int.random(in: 0..<bytes.count, using: &random)] ^= 0x41
            try scratch.write(bytes, to: name)
        }
        deeds.append("\(name) was damaged")
    }

    /// Writes what differs from what stands there.
    private func write() throws {
        let site = """
            title: \(configuration.title)
            url: https://site.example/
            pages: {per_page: \(configuration.perPage)}
            assets:
              - {id: app, name: App, type: application}
              - {id: safe, name: Safe, type: application}
            tokens:
              - {id: ETH, name: Ether}

            """
        _ = try? Disk.makeFolder(scratch.path(of: "incidents"))
        if try !scratch.has("aboveboard.yml") || scratch.text(of: "aboveboard.yml") != site {
            try scratch.write(site, to: "aboveboard.yml")
        }
        for record in records.values.sorted(by: { $0.number < $1.number }) {
            let path = "incidents/" + record.file
            for old in ["incidents/r\(record.number).yml", "incidents/2026/r\(record.number).yml"]
            where old != path && scratch.has(old) {
                try Disk.remove(scratch.path(of: old))
            }
            if try !scratch.has(path) || scratch.text(of: path) != record.text {
                try scratch.write(record.text, to: path)
            }
            let note = "incidents/notes/\(record.number).txt"
            let text = "A note, told \(record.notes) times.\n"
            if record.notes > 0, try !scratch.has(note) || scratch.text(of: note) != text {
                try scratch.write(text, to: note)
            }
        }
    }
}
