import Diagnostics
import Incidents
import Records
import Site
import System

/// The rounds in which a build works on its records, until everything that each of them relied on is so.
///
/// A clean build mostly needs one: it guesses the moment at which the site is told, and leaves records that name others
/// for the second.
struct BuildRounds {
    private let build: SiteBuild
    private let published: PublishedWords
    private let state = BuildState()
    private let newest: NewestWords
    let revisions: PublishedRevisions
    let words: KeptWords?
    let store: any FeedStore
    /// What was found in no record: in the configuration and the history.
    private(set) var report = Report()
    private(set) var truth: SiteTruth

    /// More rounds than any site needs: somebody goes on changing records while they are read.
    private static let most = 20

    init(_ build: SiteBuild, words: KeptWords?) throws(FileFailure) {
        self.build = build
        self.words = words
        store = words ?? FeedMemory()
        newest = NewestWords(build.site.configuration.feeds.items)
        published = try PublishedWords(of: build.project)
        // A history that does not hold together is told by the check, and no page is made then.
        revisions =
            published.report.isEmpty
            ? try PublishedRevisions(of: build.project, site: build.site.configuration)
            : PublishedRevisions(none: build.project)
        truth = SiteTruth(guessedFrom: nil, for: build.publisher, build.site.configuration)
    }

    private var options: Publisher.Options { build.options }

    mutating func run(_ records: inout BuiltRecords, from guess: SiteTruth?) throws(FileFailure) {
        report.add(contentsOf: published.report)
        if published.report.hasErrors { state.noteErrors() }
        truth = guess ?? known(records, after: nil)
        var (count, check) = (0, self.check(files: []))
        while true {
            if truth.knowsNames { records.review(truth, check.site, build.publisher) }
            let places = records.wanted(pages: !records.haveErrors && !published.report.hasErrors)
            if places.isEmpty, truth.knowsNames {
                guard wantUntold(&records) else { break }
                continue
            }
            count += 1
            guard count <= Self.most else {
                throw FileFailure(
                    "read", "the records", .other, cause: "they were changed again and again meanwhile")
            }
            try work(on: places, &records, check)
            truth = known(records, after: truth)
            check = self.check(files: [])
        }
        try judgeTwins(&records)
        report.add(contentsOf: check.checkConfiguration())
        if truth.isWhole { report.add(contentsOf: published.vanished(from: records.facts)) }
    }

    private func known(_ records: BuiltRecords, after last: SiteTruth?) -> SiteTruth {
        SiteTruth(
            of: records.facts, count: records.paths.count, for: build.publisher, build.site.configuration,
            after: last)
    }

    private func check(files: [RecordFile]) -> SiteCheck {
        SiteCheck(
            site: build.site, files: files, asOf: truth.checkedAt,
            isAsOfFromRecords: options.asOf.isFromRecords(build.site.configuration),
            options: options.checks, knowsAllRecords: truth.isWhole, allIDs: truth.ids)
    }

    private func desk(_ check: SiteCheck) -> RecordDesk {
        RecordDesk(
            build: build, truth: truth, check: check, published: published, revisions: revisions,
            plan: plan, state: state)
    }

    /// What the site's files are made by, under what is taken for true now.
    var plan: SitePlan { SitePlan(edition, outputs: options.outputs, store: store, newest: newest) }

    /// All that the pages have in common, under what is taken for true now.
    var edition: Edition {
        Edition(
            site: build.site.configuration, asOf: truth.toldAt, log: revisions.log,
            neighbours: truth.neighbours, theme: build.theme.theme)
    }

    /// Wants the records whose words stand in a feed and were not told; false where there are none.
    private func wantUntold(_ records: inout BuiltRecords) -> Bool {
        guard records.makesPages || !records.isOfSamePaths, !records.haveErrors, !plan.tellsEveryWord
        else { return false }
        let untold = records.placesOfCards { plan.untoldWords($0) }
        guard !untold.isEmpty else { return false }
        newest.tellAll()
        for place in untold { records.want(place) }
        return true
    }

    private func work(on places: [Int], _ records: inout BuiltRecords, _ check: SiteCheck)
        throws(FileFailure)
    {
        if !records.haveErrors, published.report.isEmpty { state.forgetErrors() }
        let desk = desk(check)
        // The newest records mostly come last: once theirs are known, those of older ones need not be told.
        let places = Array(places.reversed())
        try options.progress.follow("records", of: places.count) { () throws(FileFailure) in
            for start in stride(from: 0, to: places.count, by: Self.recordsAtOnce) {
                try work(on: places[start..<min(places.count, start + Self.recordsAtOnce)], &records, desk)
            }
        }
    }

    /// What came of some records waits until all of them are done: of few, so that little waits.
    private static let recordsAtOnce = 256

    private func work(on places: ArraySlice<Int>, _ records: inout BuiltRecords, _ desk: RecordDesk)
        throws(FileFailure)
    {
        let progress = options.progress
        let tasks = places.map { place in
            (records.paths[place], records.wantsPage(place), records.files(place))
        }
        let outcomes = WorkerThreads.map(places.count, jobs: options.jobs) { number in
            defer { progress.advance() }
            let (path, wantsPage, before) = tasks[number]
            return desk.work(on: path, wantsPage: wantsPage, before: before)
        }
        for (place, outcome) in zip(places, outcomes) {
            if let failure = outcome.failure { throw failure }
            records.take(outcome, at: place, truth)
        }
    }

    /// Judges the records that share an id or a slug beside each other: such a site is not built.
    private func judgeTwins(_ records: inout BuiltRecords) throws(FileFailure) {
        if truth.ids.areUnique, records.slugsAreUnique { return }
        let places = records.twins
        let readings = places.map { RecordReading(build.project, records.paths[$0]) }
        let desk = desk(check(files: readings.compactMap(\.file)))
        for (place, reading) in zip(places, readings) {
            let outcome = desk.work(on: reading, at: records.paths[place], wantsPage: false, before: ([], []))
            if let failure = outcome.failure { throw failure }
            records.take(outcome, at: place, truth)
        }
        if !records.haveErrors, let slug = records.sharedSlug {
            throw FileFailure(
                "write", SiteAddress.page(ofSlug: slug), .exists, cause: "two records have this address")
        }
    }
}
