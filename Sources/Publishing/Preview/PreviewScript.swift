/// What the preview adds to every page: reloading, and the findings of a build that did not come about.
enum PreviewScript {
    /// Listens only while its tab is shown, since a browser opens six connections to a site and no more.
    static let script = """
        'use strict';
        (function () {
          const root = new URL('.', document.currentScript.src);
          let source = null;
          let shown = null;
          function show(text) {
            let panel = document.getElementById('aboveboard-findings');
            if (!text) {
              if (panel) panel.remove();
              return;
            }
            if (!panel) {
              panel = document.createElement('section');
              panel.id = 'aboveboard-findings';
              panel.setAttribute('role', 'status');
              panel.setAttribute('aria-label', 'Findings');
              const title = document.createElement('p');
              title.textContent = 'Not built. The last good site stays until this is mended:';
              panel.append(title, document.createElement('pre'));
              document.body.append(panel);
            }
            panel.lastChild.textContent = text;
          }
          function listen() {
            if (source || document.visibilityState === 'hidden') return;
            source = new EventSource(new URL('events', root));
            source.addEventListener('site', function (event) {
              if (shown !== null && shown !== event.data) location.reload();
              shown = event.data;
            });
            source.addEventListener('findings', function (event) { show(JSON.parse(event.data)); });
          }
          function rest() {
            if (source) source.close();
            source = null;
          }
          document.addEventListener('visibilitychange', function () {
            if (document.visibilityState === 'hidden') rest(); else listen();
          });
          addEventListener('pagehide', rest);
          addEventListener('pageshow', listen);
          listen();
        })();

        """

    static let style = """
        #aboveboard-findings {
          position: fixed; inset: auto 0 0 0; z-index: 2147483647; max-height: 60vh; overflow: auto; margin: 0;
          padding: 1rem; background: #2b1210; color: #fff; border-top: .25rem solid #ff8a7a;
          font: 14px/1.45 system-ui, sans-serif;
        }
        #aboveboard-findings p { margin: 0 0 .5rem; font-weight: 600; color: inherit }
        #aboveboard-findings pre {
          margin: 0; padding: 0; white-space: pre; background: none; border: 0; color: inherit;
          font: 13px/1.4 ui-monospace, monospace;
        }
        @media print { #aboveboard-findings { display: none } }

        """
}
