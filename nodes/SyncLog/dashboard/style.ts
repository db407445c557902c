/** Colours by their use; each ink is at least 4.5:1 on the backs it is put on, in the light and in the dark. */
export const LIGHT = {
	ink: '#1b2632',
	soft: '#4d5c6b',
	line: '#c9d3dc',
	back: '#f3f6f8',
	card: '#ffffff',
	accent: '#1d4f86',
	onAccent: '#ffffff',
	well: '#dff3e4',
	attention: '#fdeecd',
	critical: '#fbdfdc',
	new: '#e1ecf7',
	late: '#a31515',
	written: '#1f7a4d',
	unchanged: '#8296a8',
	waiting: '#7a5cc0',
	person: '#c77700',
	failed: '#c0322b',
};

export const DARK: typeof LIGHT = {
	ink: '#e8eef4',
	soft: '#a9b8c6',
	line: '#3a4957',
	back: '#12181e',
	card: '#1b232b',
	accent: '#93c2f2',
	onAccent: '#0d2138',
	well: '#173a26',
	attention: '#43340f',
	critical: '#4d1f1c',
	new: '#1b3048',
	late: '#ffa59d',
	written: '#4fb883',
	unchanged: '#7f93a5',
	waiting: '#a78bf0',
	person: '#eaa53a',
	failed: '#ef7068',
};

const names = (colours: typeof LIGHT) =>
	Object.entries(colours)
		.map(([name, colour]) => `--${name}:${colour}`)
		.join(';');

export const STYLE = `
:root{color-scheme:light dark;${names(LIGHT)}}
@media(prefers-color-scheme:dark){:root{${names(DARK)}}}
*{box-sizing:border-box}
body{margin:0;background:var(--back);color:var(--ink);font:16px/1.5 system-ui,-apple-system,"Segoe UI",sans-serif}
.top,main,footer{max-width:1100px;margin:0 auto;padding:0 1.25rem}
.top{padding-top:1.5rem}.top p,.lead,footer p,small,.facts{color:var(--soft)}
h1{font-size:1.5rem;line-height:1.25;margin:0}h2{font-size:1.15rem;line-height:1.3;margin:0}h3{font-size:1rem;margin:0;overflow-wrap:anywhere}
p{margin:.3rem 0}.lead{margin-bottom:.9rem}small{font-size:.85rem}
a{color:var(--accent);text-underline-offset:.15em;overflow-wrap:anywhere}
:focus-visible{outline:3px solid var(--accent);outline-offset:2px;border-radius:4px}
section:focus{outline:none}
.skip{position:absolute;left:-999rem}.skip:focus{left:1rem;top:1rem;background:var(--card);padding:.5rem 1rem;z-index:1}
section{background:var(--card);border:1px solid var(--line);border-radius:10px;padding:1.1rem 1.25rem;margin:1rem 0}
.banner{border-left:6px solid var(--accent)}
.banner.well{background:var(--well);border-left-color:var(--written)}
.banner.attention{background:var(--attention);border-left-color:var(--person)}
.banner.critical{background:var(--critical);border-left-color:var(--failed)}
.banner.new{background:var(--new)}
.banner h2{font-size:1.3rem}.banner ul{margin:.6rem 0 0;padding-left:1.2rem}.banner li{margin:.4rem 0}
.empty{color:var(--soft);padding:.8rem 1rem;border:1px dashed var(--line);border-radius:8px}
.scroll{overflow-x:auto}
table{border-collapse:collapse;width:100%;font-size:.95rem}
th,td{text-align:left;vertical-align:top;padding:.5rem 1rem .5rem 0;border-bottom:1px solid var(--line)}
tbody tr:last-child>*{border-bottom:0}
thead th{color:var(--soft);font-weight:600;font-size:.85rem;white-space:nowrap}tbody th{font-weight:600}
.stack small{display:block;white-space:nowrap}.stack tbody th,.stack td:nth-child(3){white-space:nowrap}details .stack small{display:block;white-space:normal}
.number{text-align:right;font-variant-numeric:tabular-nums;white-space:nowrap}
.late{color:var(--late)}
.legend{list-style:none;display:flex;flex-wrap:wrap;gap:.3rem 1.1rem;padding:0;margin:0 0 .8rem;font-size:.9rem}
.swatch{display:inline-block;width:.8rem;height:.8rem;border-radius:3px;margin-right:.4rem}
.written{background:var(--written);fill:var(--written)}.unchanged{background:var(--unchanged);fill:var(--unchanged)}
.waiting{background:var(--waiting);fill:var(--waiting)}.person{background:var(--person);fill:var(--person)}
svg .failed,.swatch.failed{background:var(--failed);fill:var(--failed)}
.chart{position:relative;padding-top:1.5rem}
.chart svg{display:block;width:100%;height:10rem;border-bottom:1px solid var(--line);border-top:1px dashed var(--line)}
.scale{position:absolute;top:0;left:0;color:var(--soft);font-size:.85rem}
.days{display:flex;color:var(--soft);font-size:.75rem}.days span{flex:1;text-align:center;padding-top:.3rem;line-height:1.2}
details{margin-top:.8rem}details .scroll{margin-top:.6rem}summary{cursor:pointer;color:var(--accent)}
form{display:flex;flex-wrap:wrap;gap:.5rem;align-items:center;margin-top:.6rem}
.search{margin:0 0 1rem}.search label{flex-basis:100%;font-weight:600;font-size:.9rem}
.search input{flex:1 1 14rem;max-width:26rem;font:inherit;color:inherit;background:var(--back);border:1px solid var(--soft);border-radius:6px;padding:.45rem .7rem}
button{font:inherit;font-size:.95rem;font-weight:600;color:var(--accent);background:var(--card);border:1px solid var(--accent);border-radius:6px;padding:.4rem .9rem;min-height:2.5rem;cursor:pointer}
button:hover{background:var(--new)}
.search button,.all button{background:var(--accent);color:var(--onAccent)}
.all{margin:0 0 1rem}.all span{flex:1 1 18rem;color:var(--soft);font-size:.85rem}
.records{list-style:none;margin:0;padding:0}.records li{border-top:1px solid var(--line);padding:1rem 0}
.records li:last-child{padding-bottom:0}
article header{display:flex;flex-wrap:wrap;gap:.4rem .6rem;align-items:center}
article p{overflow-wrap:anywhere;max-width:75ch}article .facts{font-size:.88rem;max-width:none}
.badge{font-size:.8rem;font-weight:600;border-radius:99px;padding:.05rem .65rem;background:var(--new);color:var(--ink);border:1px solid var(--line)}
.badge.conflict,.badge.invalid,.badge.rejected{background:var(--attention)}.badge.parked,.badge.failed{background:var(--critical)}
meter{width:100%;max-width:30rem;height:1.2rem}
footer{padding-bottom:2rem;font-size:.88rem}
@media(max-width:600px){.top,main,footer{padding-left:.75rem;padding-right:.75rem}section{padding:1rem .9rem}
.days span:nth-child(even){visibility:hidden}.days span{font-size:.7rem}
article form button{flex:1 1 8rem}
.stack,.stack tbody,.stack tr,.stack td,.stack tbody th{display:block}.stack thead{position:absolute;left:-999rem}
.stack th,.stack td{border:0;padding:.1rem 0}.stack tr{border-bottom:1px solid var(--line);padding:.6rem 0}
.stack tbody tr:last-child{border-bottom:0}.stack td::before{content:attr(data-label) ": ";color:var(--soft);font-size:.85rem}.stack small{display:inline}.stack td:empty{display:none}
.stack small,.stack tbody th,.stack td:nth-child(3){white-space:normal;overflow-wrap:anywhere}}
`;
