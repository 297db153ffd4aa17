import { useRef, useState, type ReactNode } from "react";
import { useMessages } from "../../messages/messages";
import { file_name, png_of, save, svg_text } from "./picture_file";

interface PictureProps {
  /** What it shows: for those who do not see it, and the name of its files. */
  label: string;
  width: number;
  height: number;
  className?: string;
  children: ReactNode;
}

/** A drawing that can be taken along as SVG or PNG. */
export function Picture({ label, width, height, className, children }: PictureProps) {
  const t = useMessages();
  const drawing = useRef<SVGSVGElement>(null);
  const [failed, set_failed] = useState(false);
  const save_svg = () => save(new Blob([svg_text(drawing.current!, label)], { type: "image/svg+xml" }), file_name(label, "svg"));
  const save_png = () => {
    set_failed(false);
    png_of(svg_text(drawing.current!, label), width, height).then(
      (blob) => save(blob, file_name(label, "png")),
      () => set_failed(true),
    );
  };
  return (
    <>
      <svg ref={drawing} className={className} role="img" aria-label={label} viewBox={`0 0 ${width} ${height}`} style={{ maxWidth: width * 1.25 }}>
        {children}
      </svg>
      <p className="picture-files">
        {t.pilot.picture_as}{" "}
        <button type="button" className="link-button" onClick={save_svg} aria-label={`SVG: ${label}`}>
          SVG
        </button>{" "}
        <button type="button" className="link-button" onClick={save_png} aria-label={`PNG: ${label}`}>
          PNG
        </button>
        {failed && (
          <span className="refusal" role="alert">
            {" "}
            {t.pilot.picture_failed}
          </span>
        )}
      </p>
    </>
  );
}
