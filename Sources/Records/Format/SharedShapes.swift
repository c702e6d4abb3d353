import Incidents

// Pieces that several fields share.
extension Shape {
    static let text = Shape.text(.line)
    static let reference = Shape.text(.rowID)
    static let confidence = words(Confidence.self)

    /// An ISO 4217 value with its moment and its source.
    static let money = Shape.shared(
        "money",
        ObjectShape(
            "value",
            [
                Field(
                    "currency", .text(.currency), needed: true, "ISO 4217 code of the currency.",
                    example: "USD"),
                Field("amount", .amount, "The exact figure.", example: "\"4300000\""),
                Field("low", .amount, "The lower bound, both bounds included.", example: "\"4200000\""),
                Field("high", .amount, "The upper bound.", example: "\"4400000\""),
                Field(
                    "at", .moment, "The moment of the prices; without it the value is shown as undated.",
                    example: "2026-02-21"),
                Field("source", .reference, "The id of a reference that states it.", example: "statement"),
                Field("basis", .words(Money.Basis.self), "How the figure was come by.", example: "estimate"),
            ], choices: [Choice([["amount"], ["low", "high"]], needed: true)]))

    /// The optional id that every row may carry.
    static let rowID = Shape.text(.rowID)
}

extension Field {
    /// An id by which corrections and questions point at the row.
    static let rowID = Field(
        "id", .rowID,
        "A name for this row, unique in its list, by which corrections and questions point at it.",
        example: "iotx")

    static func source(_ meaning: String = "The id of a reference that says so.") -> Field {
        Field("source", .reference, meaning, example: "statement")
    }

    static func confidence(_ meaning: String = "How sure you are of this row.") -> Field {
        Field("confidence", .confidence, meaning, example: "confirmed")
    }
}
