extension RuleBook {
    static let rules: [any Rule] = [
        DuplicateID(), DuplicateSlug(), IDYear(), IDPrefix(), DraftNumber(), TitleFullStop(),
        StatusDisagrees(),
        MalformedAlias(), RepeatedEntry(), WithdrawnWithoutReason(), EmbargoAfterDisclosure(),
        UnknownIssuer(),
        UnknownRecord(),
        UnknownAsset(), UnknownToken(), UnknownCurrency(), UnknownReference(), UnknownClaim(), UnknownPath(),
        DuplicateRowID(), RepeatedAsset(), DuplicateMilestone(), ReferenceWithoutPlace(),
        MilestoneOrder(), UpdateOrder(), CorrectionOrder(), StatusGoesBack(), FutureMoment(),
        WordBeforeDisclosure(),
        PromiseOrder(), WindowOrder(), DoneDate(), MovedDate(),
    ]
    static let siteRules: [any SiteRule] = []
    static let chapters: [Chapter] = [
        Chapter(title: "Rules", pages: rules.map { type(of: $0) }),
        Chapter(title: historyTitle, pages: historyPages),
    ]
    private static let historyPages: [any DiagnosticPage.Type] = [
        SilentEdit.self, VanishedRecord.self, RedactedWords.self, MergedHistory.self, BrokenHistory.self,
    ]
}
