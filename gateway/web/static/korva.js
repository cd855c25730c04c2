// What makes the form better where scripts run. Without it everything works all the same.
(() => {
  "use strict";
  const KEPT_FOR = 30 * 60 * 1000, LONGEST_TRY = 20000, LONGEST_WAIT = 30000;
  const PREFIX = "korva ";
  // As the gateway finds them on arrival, only simpler: this is a hint, never a refusal.
  const IDENTITY = /(^|\D)\d{6}\s?[-‐‑‒–—−+a-fyxwvu]\s?\d{3}[0-9a-z](?!\d)/i;
  const PHONE = /(^|\D)(\+\s?358|00\s?358|0)[\s-]?[1-9]\d?([\s-]?\d){5,10}(?!\d)/;

  const form = document.querySelector("form[data-form]");
  const search = document.querySelector("form[data-search]");

  // A browser without storage, or one told to keep nothing, keeps nothing.
  const store = (use) => {
    try {
      return use(window.localStorage);
    } catch {
      return null;
    }
  };
  const drafts = (storage) => Object.keys(storage).filter((name) => name.startsWith(PREFIX));
  const forget = (only = () => true) =>
    store((storage) => drafts(storage).filter(only).forEach((name) => storage.removeItem(name)));
  const read = (name) => store((storage) => JSON.parse(storage.getItem(name)));
  const isOld = (name) => !(Date.now() - (read(name) || {}).at < KEPT_FOR);

  forget(isOld);
  if (document.querySelector("[data-sent]")) forget();
  if (form) fillIn();
  if (search) findPlaces();

  function fillIn() {
    const texts = form.dataset, inQueue = "queue" in texts;
    const status = document.querySelector(".status");
    const where = new URL(form.action);
    const name = [PREFIX + where.pathname, where.searchParams.get("paikka"), texts.form].join(" ");
    const fields = [...form.elements].filter((one) => one.name && !/hidden|date/.test(one.type));
    const isPrivate = (one) => one.closest(".details");
    const areas = [...form.querySelectorAll("textarea")];
    let waiting = false, sending = false, sent = false, timer = 0, ageing = 0, wait = 2000;

    const tell = (text) => {
      const line = document.createElement("p");
      line.textContent = text;
      status.replaceChildren(...(text ? [line] : []));
    };

    function keep() {
      if (inQueue || sent) return;
      // Contact details stay in the page, unless it may have to send them when it is opened again.
      const kept = fields
        .filter((one) => (one.checked || (one.value && !/radio|checkbox/.test(one.type))) &&
          one.name !== "homepage" && (waiting || !isPrivate(one)))
        .map((one) => [one.name, one.value]);
      const draft = { at: Date.now(), kept, waiting, ticket: form.elements.ticket.value };
      if (kept.length) store((storage) => storage.setItem(name, JSON.stringify(draft)));
      else forget((one) => one === name);
      clearTimeout(ageing);
      ageing = setTimeout(() => forget(isOld), KEPT_FOR + 1000);
    }

    function restore() {
      const draft = inQueue || document.querySelector(".errors") ? null : read(name);
      if (!draft) return;
      // The same ticket: if the last try got through after all, this one adds nothing.
      form.elements.ticket.value = draft.ticket;
      fields.forEach((one) => {
        const values = draft.kept.filter(([field]) => field === one.name).map(([, value]) => value);
        if (/radio|checkbox/.test(one.type)) one.checked = values.includes(one.value);
        else one.value = values[0] || "";
      });
      tell(texts.restored);
      if (draft.waiting) send();
    }

    function clear() {
      clearTimeout(timer);
      waiting = false;
      forget((one) => one === name);
      fields.forEach((one) => {
        if (/radio|checkbox/.test(one.type)) one.checked = false;
        else one.value = "";
      });
      areas.forEach((area) => measure(area));
      tell(texts.cleared);
      document.getElementById("content").focus();
      scrollTo(0, 0);
    }

    async function send() {
      if (sending || sent) return;
      sending = true;
      clearTimeout(timer);
      if (!waiting) tell(texts.sending);
      const stop = new AbortController(), alarm = setTimeout(() => stop.abort(), LONGEST_TRY);
      try {
        const body = new URLSearchParams(new FormData(form));
        const answer = await fetch(form.action, { method: "POST", body, signal: stop.signal });
        if (answer.status >= 500) return later();
        sent = true;
        // What is wrong says best the page that comes back when the browser itself sends.
        if (!answer.redirected) return form.submit();
        forget((one) => one === name);
        location.replace(answer.url);
      } catch {
        later();
      } finally {
        clearTimeout(alarm);
        sending = false;
      }
    }

    function later() {
      if (!waiting) tell(texts.waiting);
      waiting = true;
      keep();
      timer = setTimeout(send, wait);
      wait = Math.min(2 * wait, LONGEST_WAIT);
    }

    function measure(area) {
      const limit = Number(area.dataset.limit), left = limit - [...area.value.trim()].length;
      const text = left < 0 ? texts.over.replace("#", -left) : texts.left.replace("#", left);
      const part = (selector) => area.closest(".step").querySelector(selector);
      part(".limit").textContent = text;
      part(".limit").classList.toggle("over", left < 0);
      say(part(".seen"), IDENTITY.test(area.value) ? texts.identity
        : PHONE.test(area.value) ? texts.phone : "");
      // Read aloud when the end is near, not with every letter.
      say(part(".unseen"), left < 0 || left % 10 === 0 && left < limit / 20 ? text : "");
    }

    // What is already there is not said again.
    function say(part, text) {
      if (part.textContent !== text) part.textContent = text;
    }

    form.addEventListener("input", (event) => {
      if (event.target.matches("textarea")) measure(event.target);
      keep();
    });
    // Who types in cards chooses by digits: a score by itself ("1", "0" for ten), else in order.
    function chooseByDigit(event) {
      const at = event.target;
      if (at.type !== "radio" || !/^\d$/.test(event.key)) return;
      const options = [...form.elements[at.name]], before = options.find((one) => one.checked);
      const worth = (value) => options.find((one) => one.value === value);
      const picked = at.name === "nps"
        ? worth((before ? before.value : "") + event.key) || worth(event.key)
        : options[event.key - 1];
      if (!picked) return;
      picked.checked = true;
      picked.focus();
      event.preventDefault();
    }

    if ("paper" in texts) form.addEventListener("keydown", chooseByDigit);
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      send();
    });
    document.querySelector("[data-clear]").addEventListener("click", (event) => {
      event.preventDefault();
      clear();
    });
    addEventListener("online", () => waiting && send());
    document.addEventListener("visibilitychange", () => waiting && !document.hidden && send());
    // A page that comes back from the browser's memory may hold what somebody else wrote.
    addEventListener("pageshow", (event) => event.persisted && (inQueue || sent) && location.reload());
    restore();
    areas.filter((area) => area.value).forEach(measure);
  }

  function findPlaces() {
    const parts = ["count", "found"].map((id) => document.getElementById(id));
    let timer = 0, asked = 0;

    async function find() {
      const turn = ++asked, query = new URLSearchParams(new FormData(search));
      const answer = await fetch(`${search.action}?${query}`).catch(() => null);
      if (!answer || !answer.ok || turn !== asked) return;
      const page = new DOMParser().parseFromString(await answer.text(), "text/html");
      parts.forEach((part) => part.replaceChildren(...page.getElementById(part.id).childNodes));
    }

    search.addEventListener("input", () => {
      clearTimeout(timer);
      timer = setTimeout(find, 250);
    });
  }
})();
