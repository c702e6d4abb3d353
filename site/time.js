// Adds the reader's own time behind each time of day. The page is whole without it.
"use strict";
(() => {
  const words = document.querySelector("main")?.dataset.ownTime;
  if (!words || !window.Intl) return;
  const lang = document.documentElement.lang || undefined;
  let format;
  try {
    format = new Intl.DateTimeFormat(lang, { day: "numeric", month: "short", hour: "2-digit", minute: "2-digit", timeZoneName: "short" });
  } catch {
    return;
  }
  for (const time of document.querySelectorAll("main time[datetime*=T]")) {
    const moment = new Date(time.dateTime);
    if (isNaN(moment) || moment.getTimezoneOffset() === 0) continue;
    const own = document.createElement("span");
    own.className = "own-time";
    own.textContent = ` (${words} ${format.format(moment)})`;
    time.append(own);
  }
})();
