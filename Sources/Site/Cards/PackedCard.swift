import Incidents
import Syntax

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
        writer.write(durations.timeToDetect)
        writer.write(durations.timeToContain)
        writer.write(durations.timeToDisclose)
        writer.write(durations.timeToResolve)
    }

    package init(from reader: inout PackedReader) throws(PackedFailure) {
        self.init(
            losses: try reader.values(), lossesAreUntold: try reader.flag(), cause: try reader.optionalWord(),
            durations: Durations(
                timeToDetect: try reader.optionalValue(), timeToContain: try reader.optionalValue(),
                timeToDisclose: try reader.optionalValue(), timeToResolve: try reader.optionalValue()))
    }
}
