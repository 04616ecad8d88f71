/** The page's look: words in a serif, data in a sans, on paper white; ink dark where the reader wants it dark. */
export const STYLE = `
:root{--paper:#fdfcf9;--ink:#1d1b18;--soft:#5c5850;--line:#ddd8cd;--accent:#8a2b0d;color-scheme:light}
@media (prefers-color-scheme:dark){:root{--paper:#171614;--ink:#ece8e0;--soft:#a9a49a;--line:#3a3732;--accent:#f0a884;color-scheme:dark}figure svg{background:#fdfcf9;border-radius:4px}}
*{box-sizing:border-box}
body{margin:0;background:var(--paper);color:var(--ink);font:1rem/1.5 'Source Sans 3','Helvetica Neue',Arial,'Noto Sans',sans-serif;font-variant-numeric:tabular-nums}
main{max-width:46rem;margin:0 auto;padding:2rem 1.25rem 4rem}
h1{font-size:1.9rem;line-height:1.2;margin:0 0 .4rem;font-weight:600}
h2{font-size:1.25rem;margin:2.4rem 0 .8rem;padding-top:.6rem;border-top:2px solid var(--ink);font-weight:600}
h3{font-size:1rem;margin:1.6rem 0 .5rem;color:var(--soft);font-weight:600}
p{margin:0 0 .5rem}
.standing,figcaption,.range{color:var(--soft)}
.note{border-inline-start:3px solid var(--accent);padding-inline-start:.9rem;margin:1.2rem 0}
.brief{font-size:1.12rem}
article{margin:0 0 1.1rem}
.sentence{font-weight:600;margin-bottom:.25rem}
blockquote{margin:.2rem 0;padding-inline-start:.9rem;border-inline-start:2px solid var(--line);font-size:.95rem}
blockquote.against{border-inline-start-style:dashed;border-color:var(--accent)}
q{font-family:'Source Serif 4',Georgia,'Noto Serif',serif}
q::before{content:'“'}q::after{content:'”'}
cite{font-style:normal;color:var(--soft)}
a{color:var(--accent)}
.ref{font-size:.8em;text-decoration:none;border:1px solid var(--line);border-radius:3px;padding:0 .3em}
.edited{font-weight:400;color:var(--soft)}
.figure{display:grid;grid-template-columns:11rem 1fr;gap:0 1.2rem}
.range b{display:block;color:var(--ink);font-size:1.15rem}
@media (max-width:34rem){.figure{display:block}}
figure{margin:0}figure svg{width:100%;height:auto;display:block}
.legend{list-style:none;margin:.3rem 0;padding:0;display:flex;flex-wrap:wrap;gap:.3rem 1.1rem;color:var(--ink)}
.legend i{display:inline-grid;place-items:center;min-width:1.25em;height:1.25em;border-radius:50%;color:#fff;font:700 .72rem/1 sans-serif;print-color-adjust:exact}
.legend .ring{border:2px solid var(--ink)}
.legend .hatch{background:repeating-linear-gradient(45deg,var(--ink) 0 1.5px,transparent 1.5px 4px)}
dt{font-weight:600}dd{margin:0 0 .5rem}
summary{cursor:pointer}
ol{padding-inline-start:1.8rem}
li:target,article:target{outline:2px solid var(--accent);outline-offset:3px}
@media print{main{max-width:none;padding:0}article,figure,blockquote{break-inside:avoid}h2,h3{break-after:avoid}details{display:none}}
`;
