import Incidents
import Syntax

/// What was promised across all incidents: overdue first, then open, then what was kept and what was dropped.
struct CommitmentPages: Sendable {
    /// Of what is over, the first page shows the newest; all of it stands on the records' own pages.
    private static let closedAtMost = 50
    private static let openPerPage = 100

    let edition: Edition
    let index: CatalogueIndex

    /// A promise by the places of its record and of its measure; a large site has many times as many as records.
    private struct Promise {
        let card: Int32
        let measure: Int32
        /// When the day begins that it is put in order by; nil where there is none.
        let day: Int64?
    }

    /// All promises by what became of them, each group in its order.
    private struct Groups {
        var overdue: [Promise] = []
        var open: [Promise] = []
        var kept: [Promise] = []
        var dropped: [Promise] = []

        var counts: [Int] { [overdue.count, open.count, kept.count, dropped.count] }
    }

    /// A page of the list.
    private struct Part {
        let waiting: [(name: String, promises: [Promise], count: Int)]
        /// On the first page alone.
        let closed: [(name: String, promises: [Promise], count: Int)]
        let counts: [Int]

        var groups: [(name: String, promises: [Promise], count: Int)] {
            (waiting + closed).filter { !$0.promises.isEmpty }
        }
    }

    /// The pages in their order, each a piece of its own.
    var pieces: [SitePiece] {
        let groups = groups()
        let waiting = groups.overdue + groups.open
        let overdue = 0..<groups.overdue.count
        let list = PagedList(
            edition: edition, folder: SiteAddress.commitments, count: waiting.count,
            perPage: Self.openPerPage)
        let hasFeed = index.cards.contains(where: \.hasPromises)
        return (1...list.pageCount).map { number in
            let range = list.range(number)
            let closed = [("kept", groups.kept), ("dropped", groups.dropped)]
            let part = Part(
                waiting: [
                    ("overdue", Array(waiting[range.clamped(to: overdue)]), groups.overdue.count),
                    (
                        "open", Array(waiting[range.clamped(to: overdue.upperBound..<waiting.count)]),
                        groups.open.count
                    ),
                ],
                closed: number > 1
                    ? [] : closed.map { ($0.0, Array($0.1.prefix(Self.closedAtMost)), $0.1.count) },
                counts: groups.counts)
            let path = SiteAddress.page(number, of: SiteAddress.commitments)
            return SitePiece(path, source(of: part, hasFeed)) {
                let artifact = list.page(number) { page, number, _, pager in
                    self.artifact(part, page, number, pager, hasFeed)
                }
                return [artifact].compactMap(\.self)
            }
        }
    }

    /// What a page is made from.
    private func source(of part: Part, _ hasFeed: Bool) -> PackedWriter {
        var source = edition.pieceSource
        for count in part.counts { source.write(count) }
        source.write(hasFeed)
        source.write(index.hasCalendar)
        for group in part.groups {
            source.write(group.name)
            for promise in group.promises {
                let card = index.cards[Int(promise.card)]
                for text in [card.id, card.slug, card.title] { source.write(text) }
                source.write(card.issuer)
                source.write(card.mark(of: .measures))
                source.write(Int(promise.measure))
            }
        }
        return source
    }

    private func groups() -> Groups {
        var groups = Groups()
        for (place, card) in index.cards.enumerated() where !card.isWithdrawn {
            for measure in card.promises {
                let isDone = measure.status == .done
                let day = isDone ? measure.done ?? measure.due : measure.due
                let promise = Promise(
                    card: Int32(place), measure: Int32(clamping: measure.index), day: day?.start)
                switch measure.status {
                case .planned, .inProgress:
                    if measure.due.map(edition.isPast) ?? false {
                        groups.overdue.append(promise)
                    } else {
                        groups.open.append(promise)
                    }
                case .done: groups.kept.append(promise)
                case .dropped: groups.dropped.append(promise)
                case .unknown: break
                }
            }
        }
        Self.sort(&groups.overdue, newestFirst: false)
        Self.sort(&groups.open, newestFirst: false)
        Self.sort(&groups.kept, newestFirst: true)
        Self.sort(&groups.dropped, newestFirst: true)
        return groups
    }

    /// By the day, those without one last; in the order of the catalogue where days are the same.
    private static func sort(_ promises: inout [Promise], newestFirst: Bool) {
        promises.sort { left, right in
            guard left.day == right.day else {
                guard let a = left.day, let b = right.day else { return left.day != nil }
                return newestFirst ? a > b : a < b
            }
            return (left.card, left.measure) < (right.card, right.measure)
        }
    }

    private func artifact(
        _ part: Part, _ page: Page, _ number: Int, _ pager: TemplateValue, _ hasFeed: Bool
    ) -> Artifact? {
        var object = frame(page, number, hasFeed).object()
        object.set(.isFirst, .bool(number == 1))
        object.set(.asOf, page.timeValue(edition.telling.shown))
        object.set(.pager, pager)
        object.set(.calendarHref, index.calendarHref(on: page))
        object.set(.counts, .rows(Self.counts(part.counts, page)))
        let groups = part.groups.map { group($0.name, $0.promises, of: $0.count, on: page) }
        object.set(.groups, TemplateValue(groups))
        return page.artifact(.commitments, object)
    }

    private func frame(_ page: Page, _ number: Int, _ hasFeed: Bool) -> PageFrame {
        let title = page.phrases.text("commitments.title")
        var frame = PageFrame(
            page: page,
            title: number == 1
                ? title
                : page.phrases.text(
                    "list.page_title", ["title": title, "n": page.phrases.numbers.text(number)]),
            description: page.phrases.text("commitments.intro"))
        frame.section = "commitments"
        if hasFeed { frame.alternates = FeedLink.feeds(in: SiteAddress.commitments, about: title) }
        return frame
    }

    private static func counts(_ counts: [Int], _ page: Page) -> [TemplateObject] {
        zip(["overdue", "open", "kept", "dropped"], counts).map { name, count in
            [
                .word: .text(name), .label: .text(page.phrases.text("commitments." + name)),
                .value: .text(page.phrases.numbers.text(count)), .href: .text("#" + name),
                .isEmpty: .bool(count == 0),
            ]
        }
    }

    private func group(_ name: String, _ promises: [Promise], of count: Int, on page: Page) -> TemplateObject
    {
        [
            .id: .text(name),
            .title: .text(page.phrases.text("commitments." + name)),
            .more: count > promises.count
                ? .text(
                    page.phrases.text(
                        "commitments.shown",
                        [
                            "n": page.phrases.numbers.text(promises.count),
                            "of": page.phrases.numbers.text(count),
                        ]))
                : .null,
            .rows: .list(promises.map { row($0, on: page) }),
        ]
    }

    private func row(_ promise: Promise, on page: Page) -> TemplateValue {
        let (card, index) = (index.cards[Int(promise.card)], Int(promise.measure))
        let measures = card.mitigations(in: self.index.store)
        guard measures.indices.contains(index) else { return .object([:]) }
        let anchor = SiteAddress.anchor(ofMeasure: measures[index], index)
        return MeasureRow(page: page, measure: measures[index], index: index, isAnchored: false).object(
            of: [
                .title: .text(card.title), .id: .text(card.id),
                .issuer: .text(edition.name(ofIssuer: card.issuer)),
                .href: page.href(card.page + "#" + anchor),
            ])
    }
}
