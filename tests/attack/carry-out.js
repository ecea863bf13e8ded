// Runs in the hostile page: does one row of browser-attacks.toml, and answers with the status and the words it could read.
async ({ kind, url, init, fields, encoding }) => {
  const pause = () => new Promise((done) => setTimeout(done, 500));
  if (kind === "fetch") {
    try {
      const answer = await fetch(url, init ?? {});
      return [answer.status, await answer.text()];
    } catch {
      return [0, ""];
    }
  }
  if (kind === "form") {
    const form = Object.assign(document.createElement("form"), { action: url, method: "post", target: "_blank" });
    if (encoding) form.enctype = encoding;
    for (const [name, value] of Object.entries(fields)) {
      form.append(Object.assign(document.createElement("input"), { name, value, type: "hidden" }));
    }
    document.body.append(form);
    form.submit();
    await pause();
    return [0, ""];
  }
  const shown = Object.assign(document.createElement(kind === "image" ? "img" : "iframe"), { src: url });
  document.body.append(shown);
  await pause();
  if (kind === "image") return [0, shown.naturalWidth > 0 ? "seen" : ""];
  try {
    return [0, shown.contentDocument?.body?.innerText ?? ""];
  } catch {
    return [0, ""];
  }
};
