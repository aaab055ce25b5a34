// The look of the HTML page, on light and dark alike.

export const PAGE_STYLE = `:root { color-scheme: light dark; }
body { margin: 0 auto; padding: 2rem 1rem; max-width: 38rem; font: 1.1rem/1.6 Georgia, serif; }
article + article { margin-top: 4rem; border-top: 1px solid; padding-top: 4rem; }
h1 { font-size: 2rem; line-height: 1.2; margin: .5rem 0; text-wrap: balance; }
h1 a { color: inherit; text-decoration: none; }
a { color: LinkText; }
.kicker { margin: 0; font: bold .8rem/1.5 system-ui, sans-serif; color: light-dark(#b00020, #ff8a80); }
.deck { margin: 0; font-style: italic; }
.meta, figcaption { font: .85rem/1.5 system-ui, sans-serif; opacity: .75; }
.summary { padding-left: 1.2rem; list-style: square; font-weight: bold; }
figure { margin: 1.5rem 0; padding-left: 1rem; border-left: 2px dotted; }
img { max-width: 100%; height: auto; }
blockquote { margin: 1rem 0; padding-left: 1rem; border-left: 2px solid; font-style: italic; }
pre { overflow-x: auto; font-size: .9rem; line-height: 1.4; }
table { display: block; overflow-x: auto; border-collapse: collapse; }
th, td { padding: .2rem 1rem .2rem 0; text-align: left; vertical-align: top; }
thead { border-bottom: 1px solid; }
`;
