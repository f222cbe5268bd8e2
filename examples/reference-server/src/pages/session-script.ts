/**
 * The script of the warning before the end of a session (UI-05): it asks the server for the moments,
 * which it counts from the server's own clock, and never prolongs by itself.
 */

/** The script, served at `/session.js`. */
export const sessionScript = `"use strict"
const warning = document.getElementById("session-warning")
const title = document.getElementById("session-title")
const text = document.getElementById("session-text")
const end = document.getElementById("session-end")
const extend = document.getElementById("session-extend")
const lastMinute = 60000
let timer
let quietUntil = 0

const checkIn = (millis) => {
  clearTimeout(timer)
  timer = setTimeout(check, Math.max(1000, millis))
}

const over = () => {
  clearTimeout(timer)
  title.textContent = "Votre connexion a pris fin"
  text.textContent = "Ce que vous n'avez pas enregistré n'a pas été pris en compte."
  const back = document.createElement("a")
  back.href = "/"
  back.textContent = "Revenir à l'accueil pour vous reconnecter"
  warning.querySelector(".actions").replaceChildren(back)
  if (!warning.open) warning.showModal()
  back.focus()
}

const show = (state) => {
  if (state._tag !== "session") return
  const now = Date.parse(state.now)
  const warnsIn = Date.parse(state.warnsAt) - now
  const endsIn = Date.parse(state.expiresAt) - now
  if (warnsIn > 0) {
    warning.close()
    quietUntil = 0
    checkIn(warnsIn)
    return
  }
  end.dateTime = state.expiresAt
  end.textContent = new Date(state.expiresAt).toLocaleTimeString("fr-FR", { hour: "2-digit", minute: "2-digit" })
  if (!warning.open && now >= quietUntil) warning.showModal()
  quietUntil = Date.parse(state.expiresAt) - lastMinute
  checkIn(Math.min(10000, endsIn + 1000))
}

const ask = async (path, method) => {
  try {
    const answer = await fetch(path, { method, headers: { accept: "application/json" } })
    if (answer.status === 401) return over()
    if (answer.ok) return show(await answer.json())
  } catch {
    // The network is away for a moment.
  }
  checkIn(10000)
}

const check = () => ask("/session", "GET")

extend.addEventListener("click", () => ask("/session/extension", "POST"))
document.addEventListener("visibilitychange", () => {
  if (document.visibilityState === "visible") check()
})
check()
`
