/// The workflow that `init` writes for GitHub Pages: on every push, and daily so that what falls due is seen.
struct PagesWorkflow {
    /// The address of the program's own repository.
    let programSource: String?

    var text: String {
        """
        # Checks and publishes the site: on every change, and once a day, since promises fall due without one.
        name: publish

        on:
          push:
            branches: [main]
          schedule:
            - cron: "17 5 * * *"
          workflow_dispatch:

        permissions:
          contents: read

        concurrency:
          group: pages

        jobs:
          build:
            runs-on: ubuntu-latest
            container: swift:6.3-noble
            env:
              # The address of Aboveboard's own repository, from which the program is built.
              ABOVEBOARD_SOURCE: \(programSource.map(YAMLText.quoted) ?? "${{ vars.ABOVEBOARD_SOURCE }}")
            steps:
              - uses: actions/checkout@v4
              - name: Install the libraries that the program uses
                run: |
                  apt-get update -q
                  apt-get install -y -q --no-install-recommends git make pkg-config \\
                    libcmark-gfm-dev libcmark-gfm-extensions-dev libxml2-dev libyaml-dev
              - name: Take the program from the last run
                uses: actions/cache@v4
                with:
                  path: /opt/aboveboard
                  key: aboveboard-\(ProgramVersion.current)-noble
              - name: Build the program where the last run left none
                run: |
                  if [ ! -x /opt/aboveboard/bin/aboveboard ]; then
                    if [ -z "$ABOVEBOARD_SOURCE" ]; then
                      echo "set the repository's variable ABOVEBOARD_SOURCE to the address of Aboveboard's repository" >&2
                      exit 1
                    fi
                    git clone --depth 1 "$ABOVEBOARD_SOURCE" /tmp/aboveboard
                    make -C /tmp/aboveboard install PREFIX=/opt/aboveboard
                  fi
              - name: Check the records
                run: /opt/aboveboard/bin/aboveboard check --as-of now --format github
              - name: Build the site
                run: /opt/aboveboard/bin/aboveboard build --as-of now
              - uses: actions/upload-pages-artifact@v3
                with:
                  path: site

          publish:
            needs: build
            runs-on: ubuntu-latest
            permissions:
              pages: write
              id-token: write
            environment:
              name: github-pages
              url: ${{ steps.deployment.outputs.page_url }}
            steps:
              - id: deployment
                uses: actions/deploy-pages@v4

        """
    }
}
