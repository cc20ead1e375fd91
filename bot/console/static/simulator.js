// The page: three phones, one question to the server every 700 ms for what is new on them.

import { EmployerNews } from "./employer.js";
import { showTime } from "./clock.js";
import { Phone } from "./phone.js";
import { post } from "./post.js";

const PAUSE = 700; // milliseconds
const PAUSE_IN_TROUBLE = 3000;

const tabs = Array.from(document.querySelectorAll(".tab"));
const phones = Array.from(document.querySelectorAll(".phone")).map((root) => new Phone(root, askNow));
const employer = phones.find((phone) => phone.id === "employer");
const news = new EmployerNews(employer, () => {
  badge(employer.id, true);
  askNow();
});
let timer = 0;
let asking = false;
let again = false;

function askNow() {
  again = asking;
  if (asking) return;
  clearTimeout(timer);
  ask();
}

async function ask() {
  asking = true;
  again = false;
  let pause = PAUSE;
  try {
    take(await post("/simulator/thread", { phones: phones.filter(hasNumber).map(question) }));
  } catch (why) {
    pause = PAUSE_IN_TROUBLE;
  }
  document.getElementById("offline").hidden = pause === PAUSE;
  asking = false;
  timer = setTimeout(ask, again ? 0 : pause);
}

function hasNumber(phone) {
  return Boolean(phone.value);
}

function question(phone) {
  return { channel: phone.channel, value: phone.value, after: phone.mark };
}

function take(answer) {
  showTime(answer.now);
  phones.forEach((phone) => {
    const thread = answer.phones.find((each) => each.value === phone.value && each.channel === phone.channel);
    const came = thread ? phone.show(thread) : 0;
    if (came) badge(phone.id, true);
  });
  news.take(answer.employers);
}

// On a narrow screen one phone is shown at a time; a dot tells that another has news.
function showTab(id) {
  document.querySelector(".phones").dataset.shown = id;
  phones.forEach((phone) => phone.root.classList.toggle("shown", phone.id === id));
  tabs.forEach((tab) => tab.setAttribute("aria-pressed", String(tab.dataset.show === id)));
  badge(id, false);
  phones.forEach((phone) => phone.toEnd());
}

function badge(id, on) {
  const tab = tabs.find((each) => each.dataset.show === id);
  tab.classList.toggle("news", on && tab.getAttribute("aria-pressed") !== "true");
}

tabs.forEach((tab) => tab.addEventListener("click", () => showTab(tab.dataset.show)));
showTab(phones[0].id);
document.getElementById("old-browser").hidden = true;
ask();
