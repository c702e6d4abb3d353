import Incidents

/// The advice in force as rows of plain text, for feeds and announcements.
struct AdviceText {
    private let phrases: Phrases

    init(_ phrases: Phrases) {
        self.phrases = phrases
    }

    /// `Do`, then what to do with whom it concerns and how long it holds; empty where nothing is in force.
    func rows(_ advice: Advice) -> [(label: String, text: String)] {
        advice.inForce.map { step in
            var notes: [String] = []
            if let who = step.who { notes.append(phrases.text("advice.who") + ": " + who) }
            if let urgency = step.urgency {
                notes.append(phrases.text("advice.when") + ": " + phrases.words.urgency[urgency])
            }
            if let until = step.until { notes.append(phrases.text("advice.until") + ": " + until) }
            return (
                phrases.text(step.isProhibition ? "advice.dont" : "advice.do"),
                notes.isEmpty ? step.text : step.text + " (" + notes.joined(separator: "; ") + ")"
            )
        }
    }
}
