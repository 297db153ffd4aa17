import { useFormat } from "../../format/use_format";
import { useMessages } from "../../messages/messages";
import { shade_of, shade_ranges, tiles_of, type Shade, type StateFigure, type Tile } from "./tile_map";

/** Member States as squares, deeper where more providers use it; each with records leads to them. Its table stands beside. */
export function AdoptionMap({ states }: { states: StateFigure[] }) {
  const t = useMessages();
  const most = Math.max(0, ...states.map(({ using }) => using));
  return (
    <figure className="adoption-map" aria-labelledby="adoption-map">
      <figcaption id="adoption-map">{t.adoption.map}</figcaption>
      <ol className="tiles">
        {tiles_of(states).map((tile) => (
          <MapTile key={tile.code} tile={tile} shade={shade_of(tile.figure, most)} />
        ))}
      </ol>
      <MapLegend most={most} />
    </figure>
  );
}

const SIGNS: Record<Exclude<Shade, number>, string> = { "no-providers": "–", "not-heard": "?" };

function MapTile({ tile, shade }: { tile: Tile; shade: Shade }) {
  const t = useMessages();
  const format = useFormat();
  const { code, place, figure } = tile;
  const words = words_of();
  const face = (
    <>
      <span aria-hidden="true" className="tile-code">
        {code}
      </span>
      <span aria-hidden="true">{typeof shade === "number" ? format.number(figure?.using ?? 0) : SIGNS[shade]}</span>
      <span className="only-read">{words}</span>
    </>
  );
  return (
    <li className={`tile tile-${shade}`} style={{ gridColumn: place.column, gridRow: place.row }} title={words}>
      {figure && figure.rows.length > 0 ? <a href={`#rows-${code}`}>{face}</a> : <span className="tile-face">{face}</span>}
    </li>
  );

  function words_of(): string {
    const name = format.country(code);
    if (!figure || shade === "no-providers") return t.adoption.tile_no_providers(name);
    if (shade === "not-heard") return t.adoption.tile_not_heard(name, figure.in_scope);
    return t.adoption.tile(name, figure.using, figure.reporting);
  }
}

function MapLegend({ most }: { most: number }) {
  const t = useMessages();
  return (
    <ul className="tile-legend">
      {shade_ranges(most).map(({ shade, from, to }) => (
        <li key={shade}>
          <span className={`tile-sample tile-${shade}`} /> {t.adoption.shade(from, to)}
        </li>
      ))}
      <li>
        <span className="tile-sample tile-not-heard">{SIGNS["not-heard"]}</span> {t.adoption.shade_not_heard}
      </li>
      <li>
        <span className="tile-sample">{SIGNS["no-providers"]}</span> {t.adoption.shade_no_providers}
      </li>
    </ul>
  );
}
