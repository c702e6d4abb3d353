import Incidents
import Syntax

extension RecordCard: Packable {
    package func pack(into writer: inout PackedWriter) {
        for text in [id, slug, title] { writer.write(text) }
        writer.write(word: kind)
        writer.write(word: status)
        writer.write(isWithdrawn)
        writer.write(isDraft)
        writer.write(issuer)
        writer.write(lang)
        for moment in [disclosed, lastWord, lastChange] { writer.write(moment) }
        writer.write(tags)
        writer.write(assets)
        writer.write(mitigations)
        writer.write(corrections)
        writer.write(tellsCorrections)
        writer.write(hasPromises)
        writer.write(figures)
        for bytes in [line, searchRow, calendar] { writer.write(bytes) }
        writer.write(words)
    }

    package init(from reader: inout PackedReader) throws(PackedFailure) {
        self.init(
            id: try reader.text(), slug: try reader.text(), title: try reader.text(), kind: try reader.word(),
            status: try reader.word(), isWithdrawn: try reader.flag(), isDraft: try reader.flag(),
            issuer: try reader.optionalText(), lang: try reader.optionalText(),
            disclosed: try reader.value(), lastWord: try reader.value(), lastChange: try reader.value(),
            tags: try reader.texts(), assets: try reader.values(), mitigations: try reader.values(),
            corrections: try reader.values(), tellsCorrections: try reader.flag(),
            hasPromises: try reader.flag(), figures: try reader.optionalValue(), line: try reader.data(),
            searchRow: try reader.data(), calendar: try reader.data(), words: try reader.value())
    }
}

extension RecordCard.NamedAsset: Packable {
    package func pack(into writer: inout PackedWriter) {
        writer.write(id)
        switch said {
        case .nothing: writer.write(0)
        case .exposure(let exposure):
            writer.write(1)
            writer.write(word: exposure)
        case .product(let status):
            writer.write(2)
            writer.write(word: status)
        }
    }

    package init(from reader: inout PackedReader) throws(PackedFailure) {
        let id = try reader.text()
        switch try reader.signed() {
        case 0: self.init(id: id, said: .nothing)
        case 1: self.init(id: id, said: .exposure(try reader.word()))
        case 2: self.init(id: id, said: .product(try reader.word()))
        default: throw PackedFailure()
        }
    }
}

extension RecordCard.IncidentFigures: Packable {
    package func pack(into writer: inout PackedWriter) {
        writer.write(losses)
        writer.write(lossesAreUntold)
        writer.write(word: cause)
        let times = [
            durations.timeToDetect, durations.timeToContain, durations.timeToDisclose,
            durations.timeToResolve,
        ]
        for time in times { writer.write(time) }
    }

    package init(from reader: inout PackedReader) throws(PackedFailure) {
        self.init(
            losses: try reader.values(), lossesAreUntold: try reader.flag(), cause: try reader.optionalWord(),
            durations: Durations(
                timeToDetect: try reader.optionalValue(), timeToContain: try reader.optionalValue(),
                timeToDisclose: try reader.optionalValue(), timeToResolve: try reader.optionalValue()))
    }
}
