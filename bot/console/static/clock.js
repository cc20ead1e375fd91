// The time by the service's clock, and the buttons that move it on for a demonstration.

import { post } from "./post.js";

const now = document.getElementById("now");
const trouble = document.getElementById("clock-trouble");

export function showTime(text) {
  if (now.textContent !== text) now.textContent = text;
}

document.querySelectorAll(".forward").forEach((button) => {
  button.addEventListener("click", async () => {
    trouble.textContent = "";
    try {
      showTime((await post("/simulator/clock", { by: button.dataset.by })).now);
    } catch (why) {
      trouble.textContent = why.message;
    }
  });
});
