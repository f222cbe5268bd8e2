/**
 * The script of lists: the keyword is refined as one types (UI-18), suggestions of exam options come
 * as one types (CMP-12). Without it the forms do the same by their buttons.
 */

/** The script, served at `/exam-missions.js`. */
export const examMissionsScript = `"use strict"
const later = (act) => {
  let timer
  return () => {
    clearTimeout(timer)
    timer = setTimeout(act, 200)
  }
}

const asked = async (address) => {
  const answer = await fetch(address, { headers: { accept: "text/html" } })
  return new DOMParser().parseFromString(answer.ok ? await answer.text() : "", "text/html")
}

const put = (fresh, id) => {
  const [old, next] = [document.getElementById(id), fresh.getElementById(id)]
  if (old && next && old.innerHTML !== next.innerHTML) old.innerHTML = next.innerHTML
}

const refined = (form, field, ids, after = () => undefined) => {
  let last = 0
  const ask = async () => {
    const turn = ++last
    const address = new URL(form.action)
    for (const [name, value] of new FormData(form)) address.searchParams.append(name, value)
    try {
      const fresh = await asked(address)
      if (turn !== last) return
      for (const id of ids) put(fresh, id)
      after(address)
    } catch {
      // The network is away for a moment: the button still works.
    }
  }
  field.addEventListener("input", later(ask))
}

const search = document.getElementById("search")
if (search) {
  refined(search, search.elements.q, ["count", "list"], (address) => history.replaceState(null, "", address))
}
const suggest = document.getElementById("suggest")
if (suggest) refined(suggest, suggest.elements.option, ["suggested"])

const years = document.getElementById("years")
const chosen = document.getElementById("years-chosen")
if (years && chosen) {
  years.addEventListener("change", () => {
    chosen.textContent = years.querySelectorAll("input:checked").length + " sélectionné(s)"
  })
}
`
