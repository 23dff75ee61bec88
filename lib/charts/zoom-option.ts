/**
 * Returns the zoom of a live chart, by wheel with ctrl and by pinch.
 * @param canPan does a drag move a zoomed chart?
 */
export function zoomOption(xAxisIndex: number[], canPan: boolean) {
  return {
    type: 'inside' as const,
    xAxisIndex,
    filterMode: 'none' as const,
    zoomOnMouseWheel: 'ctrl' as const,
    moveOnMouseMove: canPan,
    moveOnMouseWheel: false,
    preventDefaultMouseMove: false,
    cursorGrab: 'default',
    minValueSpan: SHORTEST_YEARS,
  }
}

/** Minimum span: two weeks. */
const SHORTEST_YEARS = 14 / 365
