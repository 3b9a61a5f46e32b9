import { useEffect, useState } from 'preact/hooks'

/**
 * Lets files be dropped anywhere on the page.
 *
 * @returns whether files are being dragged over it.
 */
export function useDrop(take: (files: readonly File[]) => void): boolean {
  const [dragging, setDragging] = useState(false)
  useEffect(() => {
    const end = new AbortController()
    const on = (name: 'dragenter' | 'dragover' | 'dragleave' | 'drop', act: (event: DragEvent) => void) => {
      const ofFiles = (event: DragEvent) => {
        if (!event.dataTransfer?.types.includes('Files')) return
        // Else the browser opens the file in place of the desk.
        event.preventDefault()
        act(event)
      }
      document.addEventListener(name, ofFiles, { signal: end.signal })
    }
    on('dragenter', () => setDragging(true))
    on('dragover', () => {})
    // Only who leaves the window goes to nothing.
    on('dragleave', ({ relatedTarget }) => relatedTarget === null && setDragging(false))
    on('drop', ({ dataTransfer }) => {
      setDragging(false)
      take([...(dataTransfer?.files ?? [])])
    })
    return () => end.abort()
  }, [take])
  return dragging
}
