// The forms of a case page: sent with our own header, then the page is read anew.

import { post } from "/static/post.js";

const problem = document.getElementById("problem");

for (const form of document.querySelectorAll(".case-form")) {
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    problem.hidden = true;
    const button = form.querySelector("button");
    button.disabled = true;
    try {
      await post(form.dataset.path, Object.fromEntries(new FormData(form)));
      window.location.reload();
    } catch (why) {
      problem.textContent = why.message;
      problem.hidden = false;
      button.disabled = false;
    }
  });
}
