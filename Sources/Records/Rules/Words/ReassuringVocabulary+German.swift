extension ReassuringVocabulary {
    static let german = ReassuringVocabulary(
        language: "de", name: "German",
        turns: [
            Turn(.contained, ["eingedämmt", "eingegrenzt"]),
            Turn(.contained, ["unter"], ["kontrolle"]),
            Turn(.safe, ["safu"]),
            Turn(.safe, ["in"], ["sicherheit"], when: .said),
            // "Das ist sicher ein Fehler" says something else.
            Turn(.safe, ["sicher"], when: .saidAndAtEnd),
            Turn(.safe, ["sicher"], when: .saidBefore(["vor", "verwahrt", "aufbewahrt", "und"])),
            Turn(.safe, ["sicher"], when: .before(["sind", "ist", "waren", "war", "bleiben", "bleibt"])),
            Turn(.userFunds, ["keine", "keinerlei", "keinen"], germanFunds),
            Turn(
                .userFunds, ["keine", "keinerlei"],
                ["gelder", "guthaben", "mittel", "vermögenswerte", "daten"],
                ["von", "der", "unserer"]),
            Turn(.unaffected, ["nicht"], ["betroffen", "beeinträchtigt"]),
            Turn(.unaffected, ["unversehrt", "unbeschadet", "unberührt", "unbeeinträchtigt"]),
            Turn(
                .limited,
                ["begrenzte", "begrenzter", "begrenzten", "begrenztem", "begrenztes", "geringfügige"],
                [
                    "schaden", "schäden", "ausmaß", "umfang", "auswirkung", "auswirkungen", "folgen",
                    "verluste",
                ]),
            Turn(.limited, ["begrenzt", "beschränkt"], when: .saidAndAtEnd),
            Turn(.limited, ["begrenzt", "beschränkt"], when: .before(["auf", "geblieben", "sich"])),
        ],
        verbs: [
            "ist", "sind", "war", "waren", "bleibt", "bleiben", "blieb", "blieben", "sei", "seien", "wurde",
            "wurden", "wird", "werden", "gelder", "guthaben", "einlagen",
        ],
        adverbs: [
            "alle", "weiterhin", "vollständig", "völlig", "ganz", "jetzt", "nun", "bereits", "schon",
            "wieder",
            "immer", "jederzeit", "inzwischen", "mittlerweile", "derzeit", "weitgehend", "größtenteils",
            "sehr",
            "damit", "somit", "100", "absolut",
        ],
        doubts: ["ob", "falls", "wenn", "sofern", "bis", "sobald", "bevor", "unklar"],
        denials: ["nicht", "nie", "niemals", "kein", "keine", "keinen", "nichts", "kaum", "weder"],
        backing: [
            .contained: ["eingedämmt", "eingegrenzt", "kontrolle"], .safe: ["sicher", "safu"],
            .userFunds: ["kunde", "nutzer", "sicher"],
            .unaffected: ["betroffen", "beeinträchtigt", "berührt", "unversehrt", "unbeschadet"],
            .limited: ["begrenzt", "beschränkt"],
        ])

    private static let germanFunds: Set = [
        "kundengelder", "nutzergelder", "kundenguthaben", "nutzerguthaben", "kundeneinlagen",
        "kundenvermögen",
        "kundenmittel", "nutzermittel", "kundendaten", "nutzerdaten", "kundenkonten", "nutzerkonten",
        "kundengeldern", "nutzergeldern", "anlegergelder",
    ]
}
