extension ReassuringVocabulary {
    static let spanish = ReassuringVocabulary(
        language: "es", name: "Spanish",
        turns: [
            // "El contenido" is what a thing holds.
            Turn(.contained, ["contenido", "contenida", "contenidos", "contenidas"], when: .said),
            Turn(.contained, ["controlado", "controlada", "controlados", "controladas"], when: .said),
            Turn(.contained, ["bajo"], ["control"]),
            Turn(.safe, ["safu"]),
            Turn(.safe, ["a"], ["salvo"]),
            // "Es seguro que" is something else.
            Turn(
                .safe, ["seguro", "segura", "seguros", "seguras"], when: .said, butNotBefore: ["que", "de"]),
            Turn(.userFunds, ["ningún", "ninguno", "ninguna"], spanishThings, ["de"], spanishUsers),
            Turn(
                .userFunds, ["ningún", "ninguno", "ninguna"], spanishThings, ["de"],
                ["los", "las", "nuestros"],
                spanishUsers),
            Turn(.userFunds, spanishThings, ["de"], spanishUsers, when: .denied),
            Turn(
                .userFunds, spanishThings, ["de"], ["los", "las", "nuestros", "nuestras"], spanishUsers,
                when: .denied),
            Turn(.unaffected, ["no"], spanishAffected),
            Turn(
                .unaffected, ["no"], ["está", "están", "fue", "fueron", "estuvo", "estuvieron"],
                spanishAffected),
            Turn(.unaffected, ["no"], ["ha", "han"], ["sido"], spanishAffected),
            Turn(.unaffected, ["no"], ["se"], ["ve", "ven", "vio", "vieron"], spanishAffected),
            Turn(.unaffected, ["no"], ["se"], ["ha", "han"], ["visto"], spanishAffected),
            Turn(
                .unaffected,
                ["ileso", "ilesa", "ilesos", "ilesas", "intacto", "intacta", "intactos", "intactas"]),
            Turn(
                .limited, ["impacto", "alcance", "daño", "daños", "efecto", "pérdida", "pérdidas"],
                ["limitado", "limitada", "limitados", "limitadas"]),
            Turn(.limited, ["limitado", "limitada", "limitados", "limitadas"], when: .saidAndAtEnd),
            Turn(
                .limited, ["limitado", "limitada", "limitados", "limitadas"], when: .saidBefore(["a", "al"])),
        ],
        verbs: [
            "es", "son", "está", "están", "estaba", "estaban", "fue", "fueron", "sido", "ser", "estar",
            "queda",
            "quedan", "quedó", "quedaron", "sigue", "siguen", "permanece", "permanecen", "permaneció",
            "permanecieron", "continúa", "continúan", "fondos", "activos",
        ],
        adverbs: [
            "todos", "todas", "ya", "totalmente", "completamente", "siempre", "ahora", "todavía", "aún",
            "muy",
            "plenamente", "perfectamente", "100",
        ],
        doubts: ["si", "hasta", "cuando", "mientras", "salvo", "duda"],
        denials: ["no", "nunca", "jamás", "ningún", "ninguna", "ninguno", "nada", "tampoco", "ni", "apenas"],
        backing: [
            .contained: ["conten", "control"], .safe: ["segur", "salvo", "safu"],
            .userFunds: ["usuari", "client", "segur", "salvo"], .unaffected: ["afectad", "intact", "iles"],
            .limited: ["limitad"],
        ])

    private static let spanishThings: Set = [
        "fondo", "fondos", "activo", "activos", "saldo", "saldos", "depósito", "depósitos", "dato", "datos",
        "cuenta", "cuentas", "cartera", "carteras",
    ]
    private static let spanishUsers: Set = [
        "usuario", "usuarios", "usuaria", "usuarias", "cliente", "clientes", "clienta", "clientas",
    ]
    private static let spanishAffected: Set = [
        "afectado", "afectada", "afectados", "afectadas", "comprometido", "comprometida", "comprometidos",
        "comprometidas",
    ]
}
