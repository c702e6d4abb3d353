// Verifies a site's public log with the code of Go's checksum database and none of ours: signature, every entry's
// inclusion, consistency with older checkpoints, and the hash of each record's JSON.
//
//	verify SITE VERIFIER-KEY [OLDER-CHECKPOINT...]
package main

import (
	"crypto/sha256"
	"encoding/base64"
	"encoding/binary"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"strings"

	"golang.org/x/mod/sumdb/note"
	"golang.org/x/mod/sumdb/tlog"
)

const width = 256

type checkpoint struct {
	origin string
	size   int64
	root   tlog.Hash
}

func fail(format string, arguments ...any) {
	fmt.Printf("fails: "+format+"\n", arguments...)
	os.Exit(1)
}

func check(err error, format string, arguments ...any) {
	if err != nil {
		fail(format+": "+err.Error(), arguments...)
	}
}

func open(path string, verifiers note.Verifiers) checkpoint {
	text, err := os.ReadFile(path)
	check(err, "%s", path)
	opened, err := note.Open(text, verifiers)
	check(err, "%s", path)
	lines := strings.Split(opened.Text, "\n")
	if len(lines) != 4 || lines[3] != "" {
		fail("%s has %d lines", path, len(lines))
	}
	size, err := strconv.ParseInt(lines[1], 10, 64)
	check(err, "%s", path)
	bytes, err := base64.StdEncoding.DecodeString(lines[2])
	check(err, "%s", path)
	if len(bytes) != tlog.HashSize || strconv.FormatInt(size, 10) != lines[1] {
		fail("%s is not of its form", path)
	}
	var root tlog.Hash
	copy(root[:], bytes)
	return checkpoint{lines[0], size, root}
}

// path is where a tile of a log of that many rows at its level lies (C2SP tlog-tiles).
func path(level string, index, count int64) (string, int64) {
	groups := fmt.Sprintf("%03d", index%1000)
	for rest := index / 1000; rest > 0; rest /= 1000 {
		groups = fmt.Sprintf("x%03d/", rest%1000) + groups
	}
	rows := count - index*width
	if rows >= width {
		return filepath.Join("log/tile", level, groups), width
	}
	return filepath.Join("log/tile", level, groups) + ".p/" + strconv.FormatInt(rows, 10), rows
}

// tiles reads hashes out of the tiles of a log of one size.
type tiles struct {
	site string
	size int64
}

func (t tiles) ReadHashes(indexes []int64) ([]tlog.Hash, error) {
	var hashes []tlog.Hash
	for _, index := range indexes {
		level, n := tlog.SplitStoredHashIndex(index)
		inTile := uint(level % 8)
		first := n << inTile
		name, rows := path(strconv.Itoa(level/8), first/width, t.size>>(8*uint(level/8)))
		bytes, err := os.ReadFile(filepath.Join(t.site, name))
		if err != nil {
			return nil, err
		}
		if int64(len(bytes)) != rows*tlog.HashSize {
			return nil, fmt.Errorf("%s has %d bytes", name, len(bytes))
		}
		row := make([]tlog.Hash, 1<<inTile)
		for i := range row {
			at := (first%width + int64(i)) * tlog.HashSize
			if at+tlog.HashSize > int64(len(bytes)) {
				return nil, fmt.Errorf("%s is too short", name)
			}
			copy(row[i][:], bytes[at:])
		}
		for len(row) > 1 {
			for i := 0; i < len(row)/2; i++ {
				row[i] = tlog.NodeHash(row[2*i], row[2*i+1])
			}
			row = row[:len(row)/2]
		}
		hashes = append(hashes, row[0])
	}
	return hashes, nil
}

func entries(site string, size int64) [][]byte {
	var all [][]byte
	for index := int64(0); index*width < size; index++ {
		name, rows := path("entries", index, size)
		bytes, err := os.ReadFile(filepath.Join(site, name))
		check(err, "%s", name)
		for rows > 0 {
			if len(bytes) < 2 || len(bytes) < 2+int(binary.BigEndian.Uint16(bytes)) {
				fail("%s ends within an entry", name)
			}
			length := 2 + int(binary.BigEndian.Uint16(bytes))
			all = append(all, bytes[2:length])
			bytes = bytes[length:]
			rows--
		}
		if len(bytes) > 0 {
			fail("%s goes on behind its entries", name)
		}
	}
	return all
}

func records(site string, all [][]byte) {
	type revision struct{ Entry, ID, Record, Slug string }
	latest := map[string]revision{}
	for number, entry := range all {
		var read revision
		check(json.Unmarshal(entry, &read), "entry %d", number)
		if read.Entry == "revision" {
			latest[read.ID] = read
		}
	}
	for id, read := range latest {
		bytes, err := os.ReadFile(filepath.Join(site, "incidents", read.Slug, "record.json"))
		check(err, "%s", id)
		sum := sha256.Sum256(bytes)
		if "sha256:"+hex.EncodeToString(sum[:]) != read.Record {
			fail("%s does not say what was logged", id)
		}
	}
}

func main() {
	site := os.Args[1]
	verifier, err := note.NewVerifier(os.Args[2])
	check(err, "the key")
	verifiers := note.VerifierList(verifier)
	now := open(filepath.Join(site, "log/checkpoint"), verifiers)
	if now.origin != verifier.Name() {
		fail("the checkpoint is of %s", now.origin)
	}
	reader := tiles{site, now.size}
	root, err := tlog.TreeHash(now.size, reader)
	check(err, "the tree")
	if root != now.root {
		fail("the tiles do not hash to the root")
	}
	all := entries(site, now.size)
	for number, entry := range all {
		proof, err := tlog.ProveRecord(now.size, int64(number), reader)
		check(err, "entry %d", number)
		check(tlog.CheckRecord(proof, now.size, now.root, int64(number), tlog.RecordHash(entry)), "entry %d", number)
	}
	for _, path := range os.Args[3:] {
		old := open(path, verifiers)
		if old.size > now.size {
			fail("%s counts %d entries, and the log has %d", path, old.size, now.size)
		}
		proof, err := tlog.ProveTree(now.size, old.size, reader)
		check(err, "%s", path)
		check(tlog.CheckTree(proof, now.size, now.root, old.size, old.root), "%s", path)
	}
	records(site, all)
	fmt.Printf("holds: %d entries, %d older checkpoints\n", now.size, len(os.Args)-3)
}
