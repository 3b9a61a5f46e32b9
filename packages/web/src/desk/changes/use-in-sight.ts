import type { RefObject } from 'preact'
import { useEffect, useRef } from 'preact/hooks'

/** Brings an element into sight when it comes onto the page. */
export function useInSight(): RefObject<HTMLDivElement | null> {
  const element = useRef<HTMLDivElement>(null)
  useEffect(() => element.current?.parentElement?.scrollIntoView({ block: 'nearest' }), [])
  return element
}
