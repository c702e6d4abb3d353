import Digests
import Testing

@Suite("the log's tree")
struct MerkleTreeTests {
    /// The eight leaves that certificate transparency's own tests use.
    static let leaves = [
        "", "00", "10", "2021", "3031", "40414243", "5051525354555657", "606162636465666768696a6b6c6d6e6f",
    ].map { Hex.decode($0) ?? [] }

    static let roots = [
        0: "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
        1: "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
        2: "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
        3: "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
        8: "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328",
    ]

    @Test("roots are the published ones, at every size and for every earlier size of a larger tree")
    func roots() {
        let whole = MerkleTree(entries: Self.leaves)
        for (size, hex) in Self.roots {
            #expect(MerkleTree(entries: Array(Self.leaves.prefix(size))).root.hex == hex)
            #expect(whole.root(ofFirst: size).hex == hex)
        }
    }

    @Test("every leaf of every tree up to 40 is proved, and nothing else is proved by that proof")
    func inclusion() {
        let tree = MerkleTree(entries: (0..<40).map { [UInt8($0)] })
        for size in 1...40 {
            let root = tree.root(ofFirst: size)
            for index in 0..<size {
                let leaf = tree.levels[0][index]
                let proof = tree.inclusionProof(of: index, inFirst: size)
                func holds(
                    _ leaf: SHA256Digest, _ index: Int, _ size: Int, _ proof: [SHA256Digest]
                ) -> Bool {
                    MerkleProof.includes(leaf, at: index, inTreeOf: size, root: root, proof: proof)
                }
                #expect(holds(leaf, index, size, proof))
                #expect(!holds(MerkleTree.leaf([255]), index, size, proof))
                #expect(!holds(leaf, index, size, proof + [root]))
                #expect(!holds(leaf, size, size, proof))
                #expect(!holds(leaf, -1, size, proof))
                if size > 1 {
                    #expect(!holds(leaf, (index + 1) % size, size, proof))
                    #expect(!holds(leaf, index, size, Array(proof.dropLast())))
                    #expect(!holds(leaf, index, size, proof.dropLast() + [leaf]))
                }
            }
        }
    }

    @Test("every smaller tree is proved to be the beginning of every larger one up to 40")
    func consistency() {
        let tree = MerkleTree(entries: (0..<40).map { [UInt8($0)] })
        for new in 0...40 {
            for old in 0...new {
                let proof = tree.consistencyProof(from: old, to: new)
                func holds(_ oldRoot: SHA256Digest, _ newRoot: SHA256Digest, _ proof: [SHA256Digest]) -> Bool
                {
                    MerkleProof.isConsistent(from: old, root: oldRoot, to: new, root: newRoot, proof: proof)
                }
                let (oldRoot, newRoot) = (tree.root(ofFirst: old), tree.root(ofFirst: new))
                #expect(holds(oldRoot, newRoot, proof))
                #expect(!holds(oldRoot, newRoot, proof + [newRoot]))
                #expect(!holds(MerkleTree.leaf([255]), newRoot, proof))
                if old > 0 { #expect(!holds(oldRoot, MerkleTree.leaf([255]), proof)) }
                for cut in proof.indices {
                    var wrong = proof
                    wrong[cut] = MerkleTree.leaf([254])
                    #expect(!holds(oldRoot, newRoot, wrong))
                    wrong.remove(at: cut)
                    #expect(!holds(oldRoot, newRoot, wrong))
                }
            }
        }
    }

    @Test("a rewritten or a removed entry breaks the proof against an older root")
    func rewritten() {
        let honest = (0..<20).map { [UInt8($0)] }
        let old = MerkleTree(entries: Array(honest.prefix(13)))
        var forged = honest
        forged[5] = [99]
        var removed = honest
        removed.remove(at: 12)
        for entries in [forged, removed] {
            let tree = MerkleTree(entries: entries)
            #expect(
                !MerkleProof.isConsistent(
                    from: 13, root: old.root, to: tree.size, root: tree.root,
                    proof: tree.consistencyProof(from: 13, to: tree.size)))
        }
    }
}

@Suite("the log's tiles")
struct LogTilesTests {
    @Test("indexes stand in groups of three digits")
    func paths() {
        #expect(TilePath(.hashes(0), index: 1_234_067).text == "tile/0/x001/x234/067")
        #expect(TilePath(.hashes(2), index: 5, width: 17).text == "tile/2/005.p/17")
        #expect(TilePath(.entries, index: 1000).text == "tile/entries/x001/000")
        #expect(TilePath(.entries, index: 0, width: 255).text == "tile/entries/000.p/255")
    }

    @Test("paths are read back, and no other spelling of them")
    func pathsRead() {
        for text in [
            "tile/0/x001/x234/067", "tile/2/005.p/17", "tile/entries/x001/000", "tile/entries/000.p/255",
        ] {
            #expect(TilePath(text: text)?.text == text)
        }
        for wrong in [
            "tile/0/067/x001", "tile/0/x000/001", "tile/0/1", "tile/0/000.p/256", "tile/0/000.p/0",
            "tile/0/000.p/01", "tile/-1/000", "tile/64/000", "tiles/0/000", "tile/0/000/", "tile/0",
            "tile//000",
            "tile/0/000.p/+1",
        ] {
            #expect(TilePath(text: wrong) == nil, "\(wrong)")
        }
    }

    @Test("the tiles of a log of 70,000 are the specification's example")
    func layout() {
        let tiles = TileLayout.tiles(ofSize: 70_000)
        let partial = TileLayout.partialTiles(ofSize: 70_000).map(\.text)
        #expect(
            partial == [
                "tile/entries/273.p/112", "tile/0/273.p/112", "tile/1/001.p/17", "tile/2/000.p/1",
            ])
        #expect(tiles.count == 273 * 2 + 1 + partial.count)
        #expect(TileLayout.partialTiles(ofSize: 256).map(\.text) == ["tile/1/000.p/1"])
        #expect(TileLayout.tiles(ofSize: 0).isEmpty)
    }

    @Test("the tree is built again from the tiles alone")
    func treeFromTiles() throws {
        let entries = (0..<600).map { Array("entry \($0)".utf8) }
        let log = LogTiles(entries: entries)
        let files = Dictionary(uniqueKeysWithValues: log.files.map { ($0.path, $0.bytes) })
        var leaves: [SHA256Digest] = []
        var read: [[UInt8]] = []
        for path in ["tile/0/000", "tile/0/001", "tile/0/002.p/88"] {
            let bytes = try #require(files[path])
            for start in stride(from: 0, to: bytes.count, by: 32) {
                leaves.append(try #require(SHA256Digest(bytes: bytes[start..<(start + 32)])))
            }
        }
        for path in ["tile/entries/000", "tile/entries/001", "tile/entries/002.p/88"] {
            let bundle = try #require(files[path])
            read += try #require(EntryBundle.decode(bundle))
        }
        #expect(read == entries)
        #expect(MerkleTree(leaves: leaves).root == log.tree.root)
        let upper = try #require(files["tile/1/000.p/2"])
        #expect(Array(upper.prefix(32)) == MerkleTree(leaves: Array(leaves.prefix(256))).root.bytes)
        #expect(files.count == 7)
    }

    @Test("every published size keeps its partial tiles, once")
    func publishedSizes() {
        let entries = (0..<300).map { [UInt8($0 & 255)] }
        let paths = LogTiles(entries: entries, publishedSizes: [3, 3, 299, 400, 0]).files.map(\.path)
        #expect(
            paths == [
                "tile/entries/000", "tile/0/000", "tile/entries/000.p/3", "tile/0/000.p/3",
                "tile/entries/001.p/43", "tile/0/001.p/43", "tile/1/000.p/1", "tile/entries/001.p/44",
                "tile/0/001.p/44",
            ])
    }

    @Test("a bundle that promises more than it holds is refused")
    func brokenBundle() {
        #expect(EntryBundle.decode([0, 1, 7, 0, 0]) == [[7], []])
        #expect(EntryBundle.decode([0]) == nil)
        #expect(EntryBundle.decode([0, 2, 7]) == nil)
    }
}
