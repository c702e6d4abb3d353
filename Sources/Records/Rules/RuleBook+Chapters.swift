extension RuleBook {
    /// Every rule over records, in the order of their chapters.
    static let rules: [any Rule] =
        head + references + order + ledger + stages + promises + corrections + statements
        + advisories + words + secrets + addresses + chains

    /// What each of them is about.
    static let concerns = rules.map { type(of: $0).concerns }

    /// Every rule over `aboveboard.yml`.
    static let siteRules: [any SiteRule] = [
        DuplicateRegisterID(), UnknownAssetIssuer(), SecurityExpiry(), AccentContrast(), UnknownCode(),
        InsecureAddress(), LookAlikeHost(), PunycodeHost(), AccountForm(),
    ]

    static let chapters: [Chapter] = [
        Chapter(title: formTitle, pages: form),
        Chapter(title: "Head", pages: head.map { type(of: $0) }),
        Chapter(title: "References", pages: references.map { type(of: $0) }),
        Chapter(title: "Order and dates", pages: order.map { type(of: $0) }),
        Chapter(title: "The ledger", pages: ledger.map { type(of: $0) }),
        Chapter(title: "What each stage must answer", pages: stages.map { type(of: $0) }),
        Chapter(title: "Promises", pages: promises.map { type(of: $0) }),
        Chapter(title: "Corrections", pages: corrections.map { type(of: $0) }),
        Chapter(title: "Statements", pages: statements.map { type(of: $0) }),
        Chapter(title: "Advisories", pages: advisories.map { type(of: $0) }),
        Chapter(title: "Words", pages: words.map { type(of: $0) }),
        Chapter(title: "Secrets", pages: secrets.map { type(of: $0) }),
        Chapter(title: "Addresses of the web", pages: addresses.map { type(of: $0) }),
        Chapter(title: "Identifiers on chains", pages: chainPages),
        Chapter(title: "The site", pages: siteRules.prefix(5).map { type(of: $0) }),
        Chapter(title: historyTitle, pages: historyPages),
        Chapter(title: themeTitle, pages: theme),
    ]

    private static let head: [any Rule] = [
        DuplicateID(), DuplicateSlug(), IDYear(), IDPrefix(), DraftNumber(), TitleFullStop(),
        StatusDisagrees(),
        MalformedAlias(), RepeatedEntry(), WithdrawnWithoutReason(), EmbargoAfterDisclosure(),
        UnknownIssuer(),
        UnknownRecord(),
    ]
    private static let references: [any Rule] = [
        UnknownAsset(), UnknownToken(), UnknownCurrency(), UnknownReference(), UnknownClaim(), UnknownPath(),
        DuplicateRowID(), RepeatedAsset(), ReferenceWithoutPlace(), TakenFileName(),
    ]
    private static let order: [any Rule] = [
        DuplicateMilestone(), MilestoneOrder(), UpdateOrder(), CorrectionOrder(), StatusGoesBack(),
        FutureMoment(),
        WordBeforeDisclosure(), PromiseOrder(), WindowOrder(), DoneDate(), MovedDate(),
    ]
    private static let ledger: [any Rule] = [
        ReversedRange(), DispositionsExceedAmount(), ValueBasis(), MoneyAtLarge(), FigureContradictsLosses(),
    ]
    private static let stages: [any Rule] = [UnansweredQuestion(), NextQuestion(), IncompleteCommitment()]
    private static let promises: [any Rule] = [OverdueUpdate(), OverdueCommitment(), OverdueReview()]
    private static let corrections: [any Rule] = [CorrectionQuote(), IncompleteCorrection()]
    private static let statements: [any Rule] = [
        StatementStatus(), NotAffectedWithoutReason(), AffectedWithoutAction(), ProductWithoutStatus(),
        StatementWithoutReference(), StatementWithoutEvent(), PostureAsReason(),
    ]
    private static let advisories: [any Rule] = [
        AdvisoryWithoutWayOut(), AdvisoryWithoutAffected(), MandatoryFixWithoutDeadline(),
    ]
    private static let words: [any Rule] = [UnbackedAssurance()]
    private static let secrets: [any Rule] = [PrivateKey(), SeedPhrase(), AccessToken()]
    private static let addresses: [any Rule] = [
        InsecureAddress(), MisleadingLink(), RefusedLink(), LookAlikeHost(), PunycodeHost(), MixedScript(),
        InvisibleCharacter(),
    ]
    private static let chains: [any Rule] = [AccountForm(), RepeatedIdentifier()]
    private static let chainPages: [any DiagnosticPage.Type] = [
        AccountForm.self, AccountChecksum.self, AccountUnchecked.self, TransactionForm.self, TokenForm.self,
        ChainForm.self, ChainUnknown.self, RepeatedIdentifier.self,
    ]
    private static let historyPages: [any DiagnosticPage.Type] = [
        SilentEdit.self, VanishedRecord.self, RedactedWords.self, MergedHistory.self, BrokenHistory.self,
    ]
    private static let form: [any DiagnosticPage.Type] = [
        UnknownKey.self, MissingField.self, ConflictingKeys.self, MissingValue.self, EmptyFile.self,
        EmptyList.self,
        WrongType.self, EmptyText.self, LineBreak.self, TooLong.self, TextCutShort.self, Malformed.self,
        UnknownWord.self,
        HiddenDirection.self, MalformedAmount.self, UnquotedNumber.self, MalformedNumber.self,
        MalformedFlag.self,
        MalformedMoment.self, TimeWithoutOffset.self, TimeWithoutSeconds.self, ImpossibleDate.self,
        YAMLSyntax.self, TabIndentation.self, DuplicateKey.self, ComplexKey.self, MergeKey.self,
        MultipleDocuments.self, YAMLTag.self, UnknownAnchor.self, AliasCycle.self, AliasLimit.self,
        NestingLimit.self, ScalarLimit.self, SizeLimit.self, InvalidUTF8.self, ControlCharacter.self,
        NULByte.self,
        MissingAttachment.self, TooManyRecords.self,
    ]
    private static let theme: [any DiagnosticPage.Type] = [
        MissingTheme.self, ThemeFilePage.self, ThemeText.self, ThemeTextUnknown.self, ThemeTextPlace.self,
        TemplateSyntax.self, TemplateMissing.self, TemplateLoop.self,
    ]
}
