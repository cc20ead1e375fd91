// Turns the employer's phone to whoever has just been asked about a worker, and names the others who were.

export class EmployerNews {
  constructor(phone, onTurn) {
    this.phone = phone;
    this.onTurn = onTurn;
    this.known = null; // the newest question of each, as of the last look
    this.read = new Map(); // the newest that was on the screen
    this.strip = phone.root.querySelector(".others");
    this.labels = new Map();
    phone.numbers.querySelectorAll("option").forEach((option) => this.labels.set(option.value, option.textContent));
  }

  take(employers) {
    const before = this.known || new Map();
    const asked = employers.filter((each) => each.news > (before.get(each.value) || 0));
    if (!this.known) employers.forEach((each) => this.read.set(each.value, each.news));
    this.known = new Map(employers.map((each) => [each.value, each.news]));
    this.turn(asked);
    this.read.set(this.phone.value, this.known.get(this.phone.value) || 0);
    this.mark(employers.filter((each) => each.news > (this.read.get(each.value) || 0)).map((each) => each.value));
  }

  // Never away from a phone that is being written on, nor from one who was asked as well.
  turn(asked) {
    if (!asked.length || !this.phone.idle || asked.some((each) => each.value === this.phone.value)) return;
    const newest = asked.reduce((one, other) => (other.news > one.news ? other : one));
    this.goTo(newest.value);
  }

  goTo(value) {
    this.phone.turnTo(value);
    this.onTurn();
  }

  mark(unread) {
    const key = unread.join(" ");
    if (key === this.key) return;
    this.key = key;
    this.labels.forEach((label, value) => {
      const option = Array.from(this.phone.numbers.options).find((each) => each.value === value);
      option.textContent = unread.indexOf(value) < 0 ? label : `● ${label}`;
    });
    this.showStrip(unread);
  }

  showStrip(unread) {
    this.strip.textContent = unread.length ? "还有新短信：" : "";
    this.strip.hidden = !unread.length;
    unread.slice(0, 3).forEach((value) => {
      const button = document.createElement("button");
      button.type = "button";
      button.textContent = this.labels.get(value).split("（")[0];
      button.addEventListener("click", () => this.goTo(value));
      this.strip.appendChild(button);
    });
  }
}
