import Incidents
import Testing

@Suite("The calendar")
struct CivilDateTests {
    @Test("every day from 1970 to 2999 has its number, its date and its day of the week, both ways")
    func everyDay() {
        var count = DayCount()
        var mistakes: [String] = []
        while count.year < 3000 {
            let date = CivilDate(dayNumber: count.number)
            let isRight =
                date.year == count.year && date.month == count.month && date.day == count.day
                && CivilDate(year: count.year, month: count.month, day: count.day).dayNumber == count.number
                && date.weekday == count.weekday
            if !isRight { mistakes.append(count.text) }
            count.advance()
        }
        #expect(mistakes.isEmpty, "\(mistakes.prefix(5))")
        #expect(count.number == 376_200)
    }

    @Test("every month from 1970 to 2999 has its length")
    func everyMonth() {
        var count = DayCount()
        var mistakes: [String] = []
        while count.year < 3000 {
            if count.isLastOfMonth, CivilDate.days(inMonth: count.month, of: count.year) != count.day {
                mistakes.append(count.text)
            }
            count.advance()
        }
        #expect(mistakes.isEmpty, "\(mistakes.prefix(5))")
    }

    @Test("days before 1970 count below zero")
    func before1970() {
        #expect(CivilDate(dayNumber: -1).text == "1969-12-31")
        #expect(CivilDate(year: 1969, month: 12, day: 31).dayNumber == -1)
        #expect(CivilDate(dayNumber: -1).weekday == 3)
        #expect(CivilDate(year: 1600, month: 2, day: 29).dayNumber == -135_081)
        #expect(CivilDate.dayNumber(ofSecond: -1) == -1)
        #expect(CivilDate.dayNumber(ofSecond: -86_400) == -1)
        #expect(CivilDate.dayNumber(ofSecond: -86_401) == -2)
        #expect(CivilDate.dayNumber(ofSecond: 86_399) == 0)
    }
}
