// What https://www.w3.org/TR/annotation-model/ asks of an annotation whose targets are words in a text: sections 3.1, 3.2, 4.2.4, 4.2.5.

interface Quote {
  type: 'TextQuoteSelector'
  exact: string
  prefix?: string
  suffix?: string
}

interface Position {
  type: 'TextPositionSelector'
  start: number
  end: number
}

interface Target {
  source: string
  selector: (Quote | Position)[]
}

export interface Annotation {
  '@context': 'http://www.w3.org/ns/anno.jsonld'
  id: string
  type: 'Annotation'
  motivation?: 'identifying'
  body?: string
  /** At least one. */
  target: [Target, ...Target[]]
}
