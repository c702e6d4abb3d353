/// The calendar as one counts it on one's fingers, a day after the other: what `CivilDate` and `Moment` are held against.
struct DayCount {
    private(set) var year = 1970
    private(set) var month = 1
    private(set) var day = 1
    /// Days behind 1970-01-01, which was a Thursday.
    private(set) var number: Int64 = 0
    /// 0 for Sunday.
    private(set) var weekday = 4

    private var daysOfMonth: Int {
        if month == 2 {
            if year % 400 == 0 { return 29 }
            if year % 100 == 0 { return 28 }
            return year % 4 == 0 ? 29 : 28
        }
        return [31, 0, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1]
    }

    var isLastOfMonth: Bool { day == daysOfMonth }

    mutating func advance() {
        number += 1
        weekday = weekday == 6 ? 0 : weekday + 1
        day += 1
        guard day > daysOfMonth else { return }
        day = 1
        month += 1
        guard month > 12 else { return }
        month = 1
        year += 1
    }

    /// `2026-02-21`.
    var text: String {
        let digits = [year / 1000, year / 100 % 10, year / 10 % 10, year % 10].map(String.init).joined()
        return digits + (month < 10 ? "-0" : "-") + String(month) + (day < 10 ? "-0" : "-") + String(day)
    }
}
