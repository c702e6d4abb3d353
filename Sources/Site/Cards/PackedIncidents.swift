import Incidents
import Syntax

extension Moment: Packable {
    package func pack(into writer: inout PackedWriter) {
        writer.write(precision.rawValue)
        writer.write(start)
        writer.write(Int(nanoseconds))
        writer.write(Int(fractionDigits))
        writer.write(Int(offsetMinutes))
    }

    package init(from reader: inout PackedReader) throws(PackedFailure) {
        guard let precision = Precision(rawValue: try reader.integer()) else { throw PackedFailure() }
        self.init(
            precision: precision, start: try reader.signed(), nanoseconds: try reader.integer(),
            fractionDigits: try reader.integer(), offsetMinutes: try reader.integer())
    }
}

extension Amount: Packable {
    package func pack(into writer: inout PackedWriter) {
        writer.write(UInt64(truncatingIfNeeded: whole >> 64))
        writer.write(UInt64(truncatingIfNeeded: whole))
        writer.write(UInt64(truncatingIfNeeded: fraction >> 64))
        writer.write(UInt64(truncatingIfNeeded: fraction))
        writer.write(fractionDigits)
    }

    package init(from reader: inout PackedReader) throws(PackedFailure) {
        let whole = UInt128(try reader.number()) << 64 | UInt128(try reader.number())
        let fraction = UInt128(try reader.number()) << 64 | UInt128(try reader.number())
        self.init(whole: whole, fraction: fraction, fractionDigits: try reader.integer())
    }
}

extension Quantity: Packable {
    package func pack(into writer: inout PackedWriter) {
        switch self {
        case .unknown: writer.write(0)
        case .exact(let amount):
            writer.write(1)
            writer.write(amount)
        case .range(let low, let high):
            writer.write(2)
            writer.write(low)
            writer.write(high)
        }
    }

    package init(from reader: inout PackedReader) throws(PackedFailure) {
        switch try reader.signed() {
        case 0: self = .unknown
        case 1: self = .exact(try reader.value())
        case 2: self = .range(low: try reader.value(), high: try reader.value())
        default: throw PackedFailure()
        }
    }
}

extension Money: Packable {
    package func pack(into writer: inout PackedWriter) {
        writer.write(currency)
        writer.write(quantity)
        writer.write(at)
        writer.write(source)
        writer.write(word: basis)
    }

    package init(from reader: inout PackedReader) throws(PackedFailure) {
        self.init(
            currency: try reader.text(), quantity: try reader.value(), at: try reader.optionalValue(),
            source: try reader.optionalText(), basis: try reader.optionalWord())
    }
}

extension Loss: Packable {
    package func pack(into writer: inout PackedWriter) {
        writer.write(token)
        writer.write(quantity)
        writer.write(id)
        writer.write(word: lossClass)
        writer.write(word: owner)
        writer.write(value)
        writer.write(word: confidence)
        writer.write(source)
        writer.write(frozen)
        writer.write(recovered)
        writer.write(returned)
        writer.write(atLarge)
        writer.write(detail)
    }

    package convenience init(from reader: inout PackedReader) throws(PackedFailure) {
        self.init(
            token: try reader.optionalText(), quantity: try reader.value(), id: try reader.optionalText(),
            lossClass: try reader.optionalWord(), owner: try reader.optionalWord(),
            value: try reader.optionalValue(), confidence: try reader.optionalWord(),
            source: try reader.optionalText(), frozen: try reader.optionalValue(),
            recovered: try reader.optionalValue(), returned: try reader.optionalValue(),
            atLarge: try reader.optionalValue(), detail: try reader.optionalText())
    }
}

extension Mitigation: Packable {
    package func pack(into writer: inout PackedWriter) {
        writer.write(action)
        writer.write(id)
        writer.write(word: kind)
        writer.write(word: status)
        writer.write(owner)
        writer.write(due)
        writer.write(done)
        writer.write(moved) { writer, move in
            writer.write(move.at)
            writer.write(move.from)
            writer.write(move.to)
            writer.write(move.why)
        }
        writer.write(detail)
        writer.write(evidence)
    }

    package convenience init(from reader: inout PackedReader) throws(PackedFailure) {
        self.init(
            action: try reader.text(), id: try reader.optionalText(), kind: try reader.optionalWord(),
            status: try reader.optionalWord(), owner: try reader.optionalText(),
            due: try reader.optionalValue(), done: try reader.optionalValue(),
            moved: try reader.list { reader throws(PackedFailure) in
                var move = Move(at: try reader.value())
                move.from = try reader.optionalValue()
                move.to = try reader.optionalValue()
                move.why = try reader.optionalText()
                return move
            }, detail: try reader.optionalText(), evidence: try reader.optionalText())
    }
}

extension Correction: Packable {
    package func pack(into writer: inout PackedWriter) {
        writer.write(at)
        writer.write(of)
        writer.write(word: kind)
        for text in [id, was, now, reason] { writer.write(text) }
    }

    package init(from reader: inout PackedReader) throws(PackedFailure) {
        self.init(at: try reader.value(), of: try reader.text(), kind: try reader.word())
        id = try reader.optionalText()
        was = try reader.optionalText()
        now = try reader.optionalText()
        reason = try reader.optionalText()
    }
}

extension Elapsed: Packable {
    package func pack(into writer: inout PackedWriter) {
        writer.write(shortest)
        writer.write(longest)
    }

    package init(from reader: inout PackedReader) throws(PackedFailure) {
        self.init(shortest: try reader.signed(), longest: try reader.signed())
    }
}

extension TellingMoment.Reliance: Packable {
    package func pack(into writer: inout PackedWriter) {
        writer.write(isShown)
        writer.write(questions) { writer, question in
            writer.write(Int(question.kind.rawValue))
            writer.write(question.moment)
            writer.write(question.answer)
        }
    }

    package init(from reader: inout PackedReader) throws(PackedFailure) {
        let isShown = try reader.flag()
        let questions = try reader.list { reader throws(PackedFailure) in
            guard let kind = TellingMoment.Question.Kind(rawValue: try reader.integer()) else {
                throw PackedFailure()
            }
            return TellingMoment.Question(kind: kind, moment: try reader.value(), answer: try reader.flag())
        }
        self.init(questions: Set(questions), isShown: isShown)
    }
}
