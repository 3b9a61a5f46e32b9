import { is, type Options, selectAll } from 'css-select'

export const ELEMENT_NODE = 1
export const TEXT_NODE = 3

/** A node of a page: an element or a run of text. The names are those of the DOM standard. */
export type DomNode = DomElement | DomText

abstract class TreeNode {
  parentNode: DomElement | null = null
  /** The place among the children of `parentNode`, from 0. */
  place = 0

  get nextSibling(): DomNode | null {
    return this.parentNode?.childNodes[this.place + 1] ?? null
  }

  get previousSibling(): DomNode | null {
    return this.parentNode?.childNodes[this.place - 1] ?? null
  }
}

export class DomText extends TreeNode {
  readonly nodeType = TEXT_NODE
  readonly childNodes: readonly DomNode[] = []
  textContent: string

  constructor(text: string) {
    super()
    this.textContent = text
  }
}

export class DomElement extends TreeNode {
  readonly nodeType = ELEMENT_NODE
  readonly childNodes: DomNode[] = []
  readonly localName: string
  readonly attributes: Record<string, string>

  /** @param attributes by name in lower case */
  constructor(localName: string, attributes: Record<string, string> = {}) {
    super()
    this.localName = localName
    this.attributes = attributes
  }

  get parentElement(): DomElement | null {
    return this.parentNode
  }

  get firstChild(): DomNode | null {
    return this.childNodes[0] ?? null
  }

  get children(): DomElement[] {
    return this.childNodes.filter(isElement)
  }

  /** The text of the element, with that of scripts and styles. */
  get textContent(): string {
    const parts: string[] = []
    for (const node of descendants(this)) if (!isElement(node)) parts.push(node.textContent)
    return parts.join('')
  }

  getAttribute(name: string): string | null {
    return Object.hasOwn(this.attributes, name) ? (this.attributes[name] ?? null) : null
  }

  hasAttribute(name: string): boolean {
    return Object.hasOwn(this.attributes, name)
  }

  append(node: DomNode): void {
    node.parentNode = this
    node.place = this.childNodes.length
    this.childNodes.push(node)
  }

  querySelectorAll(selector: string): DomElement[] {
    return selectAll<DomNode, DomElement>(selector, this, { adapter: ADAPTER })
  }

  querySelector(selector: string): DomElement | null {
    return this.querySelectorAll(selector)[0] ?? null
  }

  matches(selector: string): boolean {
    return is<DomNode, DomElement>(this, selector, { adapter: ADAPTER })
  }

  /** The nearest element that matches, from this one upwards. */
  closest(selector: string): DomElement | null {
    for (let element: DomElement | null = this; element; element = element.parentNode)
      if (element.matches(selector)) return element
    return null
  }
}

/** The root of a page, with one `html` that has one `head` and one `body`. */
export class DomDocument extends DomElement {
  readonly documentElement = new DomElement('html')
  readonly head = new DomElement('head')
  readonly body = new DomElement('body')
  /** The first comments of the page, which are no nodes here. */
  readonly comments: string[] = []

  constructor() {
    super('#document')
    this.append(this.documentElement)
    this.documentElement.append(this.head)
    this.documentElement.append(this.body)
  }
}

export const isElement = (node: DomNode): node is DomElement => node.nodeType === ELEMENT_NODE

/** The nodes inside an element, in the order of the page. */
export function* descendants(root: DomElement): Generator<DomNode> {
  const open: DomNode[] = root.childNodes.toReversed()
  for (let node = open.pop(); node; node = open.pop()) {
    yield node
    for (let place = node.childNodes.length - 1; place >= 0; place--)
      open.push(node.childNodes[place] as DomNode)
  }
}

/** Visits an element and the elements inside it, in the order of the page; stays out of those for which `visit` gives false. */
export function walkElements(root: DomElement, visit: (element: DomElement) => boolean): void {
  const open = [root]
  for (let element = open.pop(); element; element = open.pop()) {
    if (!visit(element)) continue
    for (let place = element.childNodes.length - 1; place >= 0; place--) {
      const child = element.childNodes[place] as DomNode
      if (isElement(child)) open.push(child)
    }
  }
}

const ADAPTER: NonNullable<Options<DomNode, DomElement>['adapter']> = {
  isTag: isElement,
  getName: ({ localName }) => localName,
  getText: ({ textContent }) => textContent,
  getParent: ({ parentNode }) => parentNode,
  getChildren: ({ childNodes }) => childNodes as DomNode[],
  getSiblings: (node) => node.parentNode?.childNodes ?? [node],
  getAttributeValue: (element, name) => element.getAttribute(name) ?? undefined,
  hasAttrib: (element, name) => element.hasAttribute(name),
  removeSubsets: (nodes) =>
    nodes.filter((node) => !nodes.some((other) => other !== node && contains(other, node))),
}

function contains(outer: DomNode, inner: DomNode): boolean {
  for (let node: DomNode | null = inner.parentNode; node; node = node.parentNode)
    if (node === outer) return true
  return false
}
