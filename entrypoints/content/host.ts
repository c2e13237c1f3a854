/** The name of the card's host: an element of our own, so that no rule of the page's aims at it. */
export const HOST = "qiju-card";
