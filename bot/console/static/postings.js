// Publish or give back a posting; the line goes when the server has done it.

import { post } from "./post.js";

const problem = document.getElementById("problem");

function tell(sentence) {
  problem.textContent = sentence;
  problem.hidden = !sentence;
}

async function decide(item, path, body) {
  const buttons = item.querySelectorAll("button");
  buttons.forEach((button) => (button.disabled = true));
  tell("");
  try {
    await post(`/postings/${item.dataset.posting}/${path}`, body);
    item.remove();
  } catch (why) {
    tell(why.message);
    buttons.forEach((button) => (button.disabled = false));
  }
}

for (const item of document.querySelectorAll("[data-posting]")) {
  const publish = item.querySelector(".publish");
  if (publish) publish.addEventListener("click", () => decide(item, "publish", {}));
  item.querySelector(".back-button").addEventListener("click", () => {
    decide(item, "return", { reason: item.querySelector(".reason").value });
  });
}
