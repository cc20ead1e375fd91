// Asks our own server; an answer that is not fine becomes an Error with a plain sentence.

const PATIENCE = 20000; // milliseconds

export async function post(path, body) {
  const stop = new AbortController();
  const timer = setTimeout(() => stop.abort(), PATIENCE);
  let answer;
  try {
    answer = await fetch(path, {
      method: "POST",
      headers: { "Content-Type": "application/json", "X-Console": "1" },
      body: JSON.stringify(body),
      signal: stop.signal,
    });
  } catch (why) {
    throw new Error("控制台没有应答，这条没有发出去");
  } finally {
    clearTimeout(timer);
  }
  const told = await answer.json().catch(() => ({}));
  if (!answer.ok) throw new Error(told.problem || "控制台出错了，请稍后再试");
  return told;
}
