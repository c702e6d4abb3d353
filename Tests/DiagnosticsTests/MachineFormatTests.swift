import Diagnostics
import Testing

@Suite struct MachineFormatTests {
    private let file = SourceFile(path: "incidents/a b,c.yml", text: "título: 漢 x\namount: 1\n")

    private var finding: Diagnostic {
        Diagnostic(
            "bad-key", .warning, "50% of \"this\" is wrong", at: place(of: "x", in: file), label: "here",
            secondary: [Label(place(of: "amount", in: file), "and here")], notes: ["because\u{1B}"],
            help: "write y",
            fixes: [Fix("write y", edits: [Fix.Edit(place(of: "x", in: file), "y")], isSafe: true)])
    }

    private func rendered(_ format: DiagnosticFormat, _ diagnostics: [Diagnostic]) -> String {
        format.rendered(diagnostics, RenderingOptions(toolVersion: "1.2.3"))
    }

    @Test("concise: a line a finding")
    func concise() {
        #expect(
            rendered(.concise, [finding])
                == "incidents/a b,c.yml:1:11: warning[bad-key]: 50% of \"this\" is wrong\n")
        #expect(rendered(.concise, []) == "")
    }

    @Test("github: properties and text are escaped each by its own rule")
    func github() {
        #expect(
            rendered(.github, [finding])
                == "::warning file=incidents/a b%2Cc.yml,line=1,col=11,title=bad-key::"
                + "50%25 of \"this\" is wrong%0Abecause<U+001B>%0Ahelp: write y\n")
        let note = Diagnostic("n", .note, "a\r\nb", at: place(of: "x", in: file))
        #expect(rendered(.github, [note]).hasPrefix("::notice "))
        #expect(rendered(.github, [note]).hasSuffix("::a%0D%0Ab\n"))
    }

    @Test("json: every fact of a finding, with offsets in bytes and columns in code points")
    func json() {
        #expect(
            rendered(.json, [finding]) == #"""
                [
                  {
                    "code": "bad-key",
                    "severity": "warning",
                    "message": "50% of \"this\" is wrong",
                    "path": "incidents/a b,c.yml",
                    "start": {
                      "line": 1,
                      "column": 11,
                      "offset": 13
                    },
                    "end": {
                      "line": 1,
                      "column": 12,
                      "offset": 14
                    },
                    "label": "here",
                    "secondary": [
                      {
                        "path": "incidents/a b,c.yml",
                        "start": {
                          "line": 2,
                          "column": 1,
                          "offset": 15
                        },
                        "end": {
                          "line": 2,
                          "column": 7,
                          "offset": 21
                        },
                        "label": "and here"
                      }
                    ],
                    "notes": [
                      "because\u001b"
                    ],
                    "help": "write y",
                    "fixes": [
                      {
                        "title": "write y",
                        "safe": true,
                        "edits": [
                          {
                            "path": "incidents/a b,c.yml",
                            "start": {
                              "line": 1,
                              "column": 11,
                              "offset": 13
                            },
                            "end": {
                              "line": 1,
                              "column": 12,
                              "offset": 14
                            },
                            "replacement": "y"
                          }
                        ]
                      }
                    ]
                  }
                ]

                """#)
        #expect(rendered(.json, []) == "[]\n")
    }

    @Test("sarif: one run with its rules, places as escaped relative references, the fix as a replacement")
    func sarif() {
        #expect(
            rendered(.sarif, [finding]) == #"""
                {
                  "$schema": "https://json.schemastore.org/sarif-2.1.0.json",
                  "version": "2.1.0",
                  "runs": [
                    {
                      "tool": {
                        "driver": {
                          "name": "aboveboard",
                          "version": "1.2.3",
                          "rules": [
                            {
                              "id": "bad-key"
                            }
                          ]
                        }
                      },
                      "columnKind": "unicodeCodePoints",
                      "results": [
                        {
                          "ruleId": "bad-key",
                          "ruleIndex": 0,
                          "level": "warning",
                          "message": {
                            "text": "50% of \"this\" is wrong\nbecause\u001b\nhelp: write y"
                          },
                          "locations": [
                            {
                              "physicalLocation": {
                                "artifactLocation": {
                                  "uri": "incidents/a%20b%2Cc.yml"
                                },
                                "region": {
                                  "startLine": 1,
                                  "startColumn": 11,
                                  "endLine": 1,
                                  "endColumn": 12
                                }
                              }
                            }
                          ],
                          "relatedLocations": [
                            {
                              "id": 0,
                              "physicalLocation": {
                                "artifactLocation": {
                                  "uri": "incidents/a%20b%2Cc.yml"
                                },
                                "region": {
                                  "startLine": 2,
                                  "startColumn": 1,
                                  "endLine": 2,
                                  "endColumn": 7
                                }
                              },
                              "message": {
                                "text": "and here"
                              }
                            }
                          ],
                          "fixes": [
                            {
                              "description": {
                                "text": "write y"
                              },
                              "artifactChanges": [
                                {
                                  "artifactLocation": {
                                    "uri": "incidents/a%20b%2Cc.yml"
                                  },
                                  "replacements": [
                                    {
                                      "deletedRegion": {
                                        "startLine": 1,
                                        "startColumn": 11,
                                        "endLine": 1,
                                        "endColumn": 12
                                      },
                                      "insertedContent": {
                                        "text": "y"
                                      }
                                    }
                                  ]
                                }
                              ]
                            }
                          ]
                        }
                      ]
                    }
                  ]
                }

                """#)
    }

    @Test("rdjson: columns count bytes")
    func rdjson() {
        #expect(
            rendered(.rdjson, [finding]) == #"""
                {
                  "source": {
                    "name": "aboveboard"
                  },
                  "severity": "WARNING",
                  "diagnostics": [
                    {
                      "message": "50% of \"this\" is wrong\nbecause\u001b\nhelp: write y",
                      "location": {
                        "path": "incidents/a b,c.yml",
                        "range": {
                          "start": {
                            "line": 1,
                            "column": 14
                          },
                          "end": {
                            "line": 1,
                            "column": 15
                          }
                        }
                      },
                      "severity": "WARNING",
                      "code": {
                        "value": "bad-key"
                      },
                      "suggestions": [
                        {
                          "range": {
                            "start": {
                              "line": 1,
                              "column": 14
                            },
                            "end": {
                              "line": 1,
                              "column": 15
                            }
                          },
                          "text": "y"
                        }
                      ],
                      "relatedLocations": [
                        {
                          "message": "and here",
                          "location": {
                            "path": "incidents/a b,c.yml",
                            "range": {
                              "start": {
                                "line": 2,
                                "column": 1
                              },
                              "end": {
                                "line": 2,
                                "column": 7
                              }
                            }
                          }
                        }
                      ]
                    }
                  ]
                }

                """#)
    }
}
