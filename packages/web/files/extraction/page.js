// The script of the page of an extraction: it links highlights with the list, and hides what the filters leave out. It
// reads only attributes and writes only classes, attributes and texts, never markup. Without it the page is complete and
// its links work.

const least = document.getElementById('least')
const card = document.getElementById('card')
const items = new Map([...document.querySelectorAll('.marked li')].map((item) => [item.dataset.s, item]))
const marks = Map.groupBy(document.querySelectorAll('mark[data-s]'), (mark) => mark.dataset.s)
let selected = null

const each = (id, change) => {
  for (const element of [items.get(id), ...(marks.get(id) ?? [])]) if (element) change(element)
}
const idAt = (target) => target.closest?.('mark[data-s]:not(.off), .marked li')?.dataset.s ?? null

function select(id) {
  if (selected !== null) {
    each(selected, (element) => element.classList.remove('on'))
    items.get(selected).removeAttribute('aria-current')
  }
  selected = id
  card.hidden = id === null
  if (id === null) return
  each(id, (element) => element.classList.add('on'))
  items.get(id).setAttribute('aria-current', 'true')
  card.textContent = marks.get(id)[0].title
  card.href = `#${items.get(id).id}`
}

/** Scrolls the list to an item while it stands beside the article; below it, scrolling would leave the article. */
function showItem(id) {
  const list = items.get(id).closest('aside')
  if (getComputedStyle(list).position === 'sticky') items.get(id).scrollIntoView({ block: 'nearest' })
}

function filter() {
  document.getElementById('least-shown').textContent = `${least.value} %`
  for (const section of document.querySelectorAll('.article')) {
    const boxes = [...section.querySelectorAll('fieldset input[value]')]
    const checked = boxes.filter((box) => box.checked)
    const all = section.querySelector('.all')
    if (all) {
      all.checked = checked.length === boxes.length
      all.indeterminate = checked.length > 0 && !all.checked
    }
    const speakers = new Set(checked.map((box) => box.value))
    let shown = 0
    for (const item of section.querySelectorAll('.marked li')) {
      const { s, speaker, confidence } = item.dataset
      const show = speakers.has(speaker) && Number(confidence) >= Number(least.value)
      item.hidden = !show
      for (const mark of marks.get(s) ?? []) {
        mark.classList.toggle('off', !show)
        if (mark.id) mark.tabIndex = show ? 0 : -1
      }
      if (show) shown++
      else if (s === selected) select(null)
    }
    section.querySelector('.count span').textContent = shown
  }
}

document.addEventListener('mouseover', ({ target }) => {
  const id = idAt(target)
  for (const element of document.querySelectorAll('.hot'))
    if (element.dataset.s !== id) element.classList.remove('hot')
  if (id) each(id, (element) => element.classList.add('hot'))
})
document.addEventListener('click', ({ target }) => {
  const id = idAt(target)
  if (id === null) return
  select(id)
  if (target.closest('mark')) showItem(id)
})
document.addEventListener('focusin', ({ target }) => {
  const id = idAt(target)
  if (id === null) return
  select(id)
  if (target.matches('mark')) showItem(id)
})
document.addEventListener('keydown', ({ key, target }) => {
  if (key === 'Escape') select(null)
  if (key === 'Enter' && target.matches('mark')) items.get(target.dataset.s).querySelector('a').focus()
})
document.addEventListener('input', ({ target }) => {
  if (target.matches('.all')) {
    for (const box of target.closest('fieldset').querySelectorAll('input')) box.checked = target.checked
  }
  filter()
})
// A browser that goes back to the page restores the filters that were set.
filter()
