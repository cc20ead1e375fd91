// One phone of the page: who it is, what it shows, what is written on it.

import { bubble, draw } from "./bubbles.js";
import { post } from "./post.js";

const NEAR_END = 80; // pixels

export class Phone {
  constructor(root, onChange) {
    this.root = root;
    this.id = root.dataset.phone;
    this.onChange = onChange;
    this.list = root.querySelector(".thread");
    this.screen = root.querySelector(".screen");
    this.input = root.querySelector(".text");
    this.clear();
    root.querySelector(".write").addEventListener("submit", (event) => {
      event.preventDefault();
      this.write();
    });
    root.querySelectorAll(".chip").forEach((chip) => {
      chip.addEventListener("click", () => this.send(chip.textContent));
    });
    root.querySelectorAll("select").forEach((select) => {
      select.addEventListener("change", () => this.choose(select));
    });
    this.showChannel();
  }

  get channel() {
    return this.root.dataset.channel;
  }

  get numbers() {
    return this.root.querySelector(`.number[data-for="${this.channel}"]`);
  }

  get value() {
    return this.numbers.value;
  }

  get idle() {
    return !this.input.value && !this.pending.length;
  }

  choose(select) {
    if (select.classList.contains("channel")) this.root.dataset.channel = select.value;
    if (select.value === "new") addNewcomer(select, this.channel);
    this.showChannel();
    this.clear();
    this.onChange(this);
  }

  // Shows another number of the same channel.
  turnTo(value) {
    this.numbers.value = value;
    this.clear();
  }

  showChannel() {
    this.root.querySelectorAll(".number").forEach((select) => {
      select.hidden = select.dataset.for !== this.channel;
    });
    this.root.querySelector(".app").textContent = this.channel === "wechat" ? "微信" : "短信";
  }

  clear() {
    this.list.textContent = "";
    this.drawn = new Map();
    this.pending = [];
    this.mark = "";
    this.trouble("");
    this.showWaiting(false);
    this.showEmpty();
  }

  write() {
    const text = this.input.value.trim();
    this.input.value = "";
    if (text) this.send(text);
    this.input.focus();
  }

  async send(text) {
    const at = { channel: this.channel, from: this.value };
    const shadow = this.addPending(text);
    this.trouble("");
    this.onChange(this);
    try {
      await post("/simulator/send", { channel: at.channel, from: at.from, text });
      this.onChange(this);
    } catch (why) {
      if (at.from !== this.value) return; // somebody else holds the phone by now
      this.dropPending(shadow);
      if (!this.input.value) this.input.value = text;
      this.trouble(why.message);
    }
  }

  addPending(text) {
    const shadow = bubble({ mine: true, text, time: "", state: "正在发", size: "" }, this.root.dataset.avatar);
    shadow.classList.add("pending");
    this.pending.push(shadow);
    this.list.appendChild(shadow);
    this.showEmpty();
    this.showWaiting(false);
    this.toEnd();
    return shadow;
  }

  dropPending(shadow) {
    this.pending = this.pending.filter((each) => each !== shadow);
    if (shadow.parentNode) shadow.parentNode.removeChild(shadow);
    this.showEmpty();
  }

  // Takes the server's view of this phone; returns how many messages came in.
  show(thread) {
    this.mark = thread.mark;
    let came = 0;
    if (thread.messages) {
      const stay = this.isAtEnd();
      const first = !this.drawn.size;
      const fresh = draw(this.list, this.drawn, thread.messages, this.root.dataset.avatar);
      const mine = fresh.filter((message) => message.mine).length;
      this.pending.slice(0, mine).forEach((each) => this.dropPending(each));
      this.pending.forEach((each) => this.list.appendChild(each));
      came = first ? 0 : fresh.length - mine;
      this.showEmpty();
      if (stay || first) this.toEnd();
    }
    this.showWaiting(thread.waiting);
    return came;
  }

  showWaiting(waiting) {
    const typing = this.root.querySelector(".typing");
    if (typing.hidden === !waiting) return;
    const stay = this.isAtEnd();
    typing.hidden = !waiting;
    if (stay) this.toEnd();
  }

  showEmpty() {
    this.root.querySelector(".empty").hidden = this.list.childElementCount > 0;
  }

  trouble(sentence) {
    const line = this.root.querySelector(".trouble");
    line.textContent = sentence;
    line.hidden = !sentence;
  }

  isAtEnd() {
    return this.screen.scrollHeight - this.screen.scrollTop - this.screen.clientHeight < NEAR_END;
  }

  toEnd() {
    this.screen.scrollTop = this.screen.scrollHeight;
  }
}

// An invented number or WeChat account that nobody has used on this page yet.
function addNewcomer(select, channel) {
  const figures = String(Math.floor(3000 + Math.random() * 7000));
  const sms = channel === "sms";
  const option = document.createElement("option");
  option.value = sms ? `+861380000${figures}` : `sim-worker-${figures}`;
  option.textContent = sms ? `138 0000 ${figures}` : `微信号 ${figures}`;
  select.insertBefore(option, select.lastElementChild);
  select.value = option.value;
}
