// What pages do beyond links and forms. Without it every page is whole.

/** Completes names while somebody types into the search box. */
for (const input of document.querySelectorAll('input[data-suggest]')) {
  const list = document.createElement('datalist')
  list.id = `${input.id}-names`
  input.after(list)
  input.setAttribute('list', list.id)
  let asked = ''
  let timer
  input.addEventListener('input', () => {
    clearTimeout(timer)
    timer = setTimeout(async () => {
      const prefix = input.value.trim()
      if (prefix.length < 2 || prefix === asked) return
      asked = prefix
      const response = await fetch(`/suggest?${new URLSearchParams({ q: prefix })}`)
      if (!response.ok || asked !== prefix) return
      const names = await response.json()
      list.replaceChildren(
        ...names.map((name) => Object.assign(document.createElement('option'), { value: name })),
      )
    }, 150)
  })
}

/** Copies a form of citation. The button stands beside the text that it copies. */
for (const button of document.querySelectorAll('button[data-copy]')) {
  button.hidden = false
  button.addEventListener('click', async () => {
    await navigator.clipboard.writeText(document.getElementById(button.dataset.copy).textContent)
    const before = button.textContent
    button.textContent = 'Copied'
    setTimeout(() => {
      button.textContent = before
    }, 2_000)
  })
}
