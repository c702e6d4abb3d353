import Incidents
import Syntax

/// What was promised across all incidents: overdue first, then open, then what was kept and what was dropped.
///
/// A promise is a measure that is planned or under way, and one that had a day and was done or dropped.
struct CommitmentPages {
    /// Of what is over, the first page shows the newest; all of it stands on the records' own pages.
    private static let closedAtMost = 50
    private static let openPerPage = 100

    let edition: Edition
    let index: CatalogueIndex

    private struct Promise {
        let card: RecordCard
        /// The measure's place in its record.
        let index: Int
        /// What it is put in order by.
        let day: Moment?
    }

    var artifacts: [Artifact] {
        var overdue: [Promise] = []
        var open: [Promise] = []
        var kept: [Promise] = []
        var dropped: [Promise] = []
        for card in index.cards where !card.isWithdrawn {
            for (index, measure) in card.mitigations.enumerated() {
                let isKept = measure.status == .done
                let promise = Promise(
                    card: card, index: index, day: isKept ? measure.done ?? measure.due : measure.due)
                switch measure.status {
                case .planned, .inProgress:
                    if measure.due.map(edition.isPast) ?? false {
                        overdue.append(promise)
                    } else {
                        open.append(promise)
                    }
                case .done: if measure.due != nil { kept.append(promise) }
                case .dropped: dropped.append(promise)
                case .unknown, nil: break
                }
            }
        }
        // By the day; the list's own order, which is that of the catalogue, where days are the same.
        func sorted(_ promises: [Promise], newestFirst: Bool) -> [Promise] {
            promises.enumerated().sorted { left, right in
                let (a, b) = (left.element.day, right.element.day)
                guard a?.start != b?.start else { return left.offset < right.offset }
                guard let a, let b else { return a != nil }
                return newestFirst ? a > b : a < b
            }.map(\.element)
        }
        let waiting = sorted(overdue, newestFirst: false) + sorted(open, newestFirst: false)
        let closed = [
            ("kept", sorted(kept, newestFirst: true)),
            ("dropped", sorted(dropped, newestFirst: true)),
        ]
        let counts = [overdue.count, open.count, kept.count, dropped.count]
        return PagedList(
            edition: edition, folder: SiteAddress.commitments, count: waiting.count, perPage: Self.openPerPage
        ).pages { page, number, range, pager in
            var object = frame(page, number).object()
            object.set(.isFirst, .bool(number == 1))
            object.set(.asOf, .html(page.time(edition.telling.shown)))
            object.set(.pager, pager)
            object.set(.counts, .rows(Self.counts(counts, page)))
            var groups = [
                group(
                    "overdue", Array(waiting[range.clamped(to: 0..<overdue.count)]), of: overdue.count,
                    on: page),
                group(
                    "open", Array(waiting[range.clamped(to: overdue.count..<waiting.count)]), of: open.count,
                    on: page),
            ]
            if number == 1 {
                for (name, promises) in closed {
                    groups.append(
                        group(name, Array(promises.prefix(Self.closedAtMost)), of: promises.count, on: page))
                }
            }
            object.set(.groups, TemplateValue(groups.compactMap(\.self)))
            return page.artifact(.commitments, object)
        }
    }

    private func frame(_ page: Page, _ number: Int) -> PageFrame {
        let title = page.phrases.text("commitments.title")
        var frame = PageFrame(
            page: page,
            title: number == 1
                ? title
                : page.phrases.text(
                    "list.page_title", ["title": title, "n": page.phrases.numbers.text(number)]),
            description: page.phrases.text("commitments.intro"))
        frame.section = "commitments"
        let hasFeed = index.cards.contains(where: \.hasPromises)
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

    private func group(_ name: String, _ promises: [Promise], of count: Int, on page: Page) -> TemplateObject?
    {
        guard !promises.isEmpty else { return nil }
        return [
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
            .rows: TemplateValue(promises.map { row($0, on: page) }),
        ]
    }

    private func row(_ promise: Promise, on page: Page) -> TemplateObject {
        let measure = promise.card.mitigations[promise.index]
        var object = MeasureRow(page: page, measure: measure, index: promise.index, isAnchored: false).object
        let anchor = SiteAddress.anchor(ofMeasure: measure, promise.index)
        object.set(.detail, .null)
        object.set(.source, .null)
        object.set(
            .record,
            [
                .title: .text(promise.card.title), .id: .text(promise.card.id),
                .issuer: .text(edition.name(ofIssuer: promise.card.issuer)),
                .href: page.href(promise.card.page + "#" + anchor),
            ])
        return object
    }
}
