import Synchronization

/// The moment at which something is told, and what was asked of it: which promises have passed, what lies ahead.
///
/// What was told at one moment holds at another if each answer is the same there, so a page need not be made again for
/// a later "now" that changes nothing on it.
package final class TellingMoment: Sendable {
    /// A question to the moment, and its answer.
    package struct Question: Sendable, Hashable {
        package enum Kind: UInt8, Sendable, CaseIterable {
            /// Whether a period has wholly passed.
            case isPast
            /// Whether a moment lies wholly ahead.
            case isAhead
            /// Whether an embargo still holds.
            case isBefore
        }

        package let kind: Kind
        package let moment: Moment
        package let answer: Bool

        package init(kind: Kind, moment: Moment, answer: Bool) {
            self.kind = kind
            self.moment = moment
            self.answer = answer
        }

        init(_ kind: Kind, _ moment: Moment, at now: Moment) {
            let answer =
                switch kind {
                case .isPast: moment.isWhollyBefore(now)
                case .isAhead: now.isWhollyBefore(moment)
                case .isBefore: now < moment
                }
            self.init(kind: kind, moment: moment, answer: answer)
        }

        /// Whether the answer would be the same at another moment.
        package func holds(at now: Moment) -> Bool { Question(kind, moment, at: now) == self }
    }

    /// All that was asked; what was told holds wherever it holds.
    package struct Reliance: Sendable, Hashable {
        /// In no order.
        package var questions: Set<Question>
        /// Whether the moment itself was shown.
        package var isShown: Bool

        package init(questions: Set<Question> = [], isShown: Bool = false) {
            self.questions = questions
            self.isShown = isShown
        }

        /// Whether what was told at `old` is the same told at `new`.
        package func holds(from old: Moment, to new: Moment) -> Bool {
            old == new || !isShown && questions.allSatisfy { $0.holds(at: new) }
        }
    }

    private let moment: Moment
    private let asked = Mutex(Asked())

    private struct Asked {
        var reliance = Reliance()
        /// Of the many events that do not lie ahead, the latest: where it does not, no other does.
        var latestPresent: Moment?
    }

    package init(_ moment: Moment) {
        self.moment = moment
    }

    /// The same moment with nothing asked yet.
    package func again() -> TellingMoment { TellingMoment(moment) }

    package func isPast(_ other: Moment) -> Bool { ask(.isPast, other) }

    package func isBefore(_ other: Moment) -> Bool { ask(.isBefore, other) }

    package func isAhead(_ other: Moment) -> Bool {
        let question = Question(.isAhead, other, at: moment)
        if question.answer {
            asked.withLock { _ = $0.reliance.questions.insert(question) }
        } else {
            asked.withLock { $0.latestPresent = $0.latestPresent.map { max($0, other) } ?? other }
        }
        return question.answer
    }

    /// The moment, to be shown or computed with: what is told then holds at no other.
    package var shown: Moment {
        asked.withLock { $0.reliance.isShown = true }
        return moment
    }

    /// What was asked until now.
    package var reliance: Reliance {
        let asked = asked.withLock { $0 }
        var reliance = asked.reliance
        if let latest = asked.latestPresent {
            reliance.questions.insert(Question(.isAhead, latest, at: moment))
        }
        return reliance
    }

    private func ask(_ kind: Question.Kind, _ other: Moment) -> Bool {
        let question = Question(kind, other, at: moment)
        asked.withLock { _ = $0.reliance.questions.insert(question) }
        return question.answer
    }
}
