// Draws the messages of one phone. A message keeps its element, so that only what changed is touched.

function part(parent, tag, kind, text) {
  const made = document.createElement(tag);
  made.className = kind;
  if (text) made.textContent = text;
  parent.appendChild(made);
  return made;
}

export function bubble(message, avatar) {
  const item = document.createElement("li");
  item.className = message.mine ? "mine" : "theirs";
  const face = part(item, "span", "face", message.mine ? avatar : "驿");
  face.setAttribute("aria-hidden", "true");
  const box = part(item, "div", "box");
  part(box, "p", "bubble", message.text);
  const foot = part(box, "p", "foot");
  part(foot, "span", "time", message.time);
  part(foot, "span", "state");
  part(foot, "span", "size", message.size);
  update(item, message);
  return item;
}

function update(item, message) {
  const state = item.querySelector(".state");
  if (state.textContent !== message.state) state.textContent = message.state;
  item.querySelector(".time").textContent = message.time;
  item.classList.toggle("failed", message.failed);
}

// Brings `list` into the order of `messages`; returns the messages that were not there before.
export function draw(list, drawn, messages, avatar) {
  const fresh = messages.filter((message) => !drawn.has(message.id));
  const keep = new Set(messages.map((message) => message.id));
  drawn.forEach((item, id) => {
    if (keep.has(id)) return;
    list.removeChild(item);
    drawn.delete(id);
  });
  let next = list.firstElementChild;
  messages.forEach((message) => {
    const known = drawn.get(message.id);
    const item = known || bubble(message, avatar);
    if (known) update(item, message);
    drawn.set(message.id, item);
    if (item === next) next = next.nextElementSibling;
    else list.insertBefore(item, next);
  });
  return fresh;
}
