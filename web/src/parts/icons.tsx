// Line icons, decorative: what they stand beside has the words.

function Icon({ path }: { path: string }) {
  return (
    <svg viewBox="0 0 20 20" width="20" height="20" aria-hidden="true" className="icon">
      <path d={path} />
    </svg>
  );
}

export const SearchIcon = () => <Icon path="M9 3a6 6 0 1 0 0 12A6 6 0 0 0 9 3Zm4.500 10.500L17.500 17.500" />;
export const CloseIcon = () => <Icon path="M5 5l10 10M15 5L5 15" />;
export const ChevronIcon = () => <Icon path="M5 8l5 5 5-5" />;
export const FilterIcon = () => <Icon path="M3 5h14M6 10h8M8.500 15h3" />;
export const CheckIcon = () => <Icon path="M4.500 10.500l3.500 3.500 7.500-8" />;
export const OutsideIcon = () => <Icon path="M8 5H5v10h10v-3M11 4h5v5M16 4l-7 7" />;
export const BellIcon = () => <Icon path="M10 3a4.500 4.500 0 0 0-4.500 4.500c0 4-1.500 5-1.500 6.500h12c0-1.500-1.500-2.500-1.500-6.500A4.500 4.500 0 0 0 10 3ZM8.500 16.500h3" />;
export const BackIcon = () => <Icon path="M12 5l-5 5 5 5" />;

/** A disc, half of it dark. */
export function ThemeIcon() {
  return (
    <svg viewBox="0 0 20 20" width="20" height="20" aria-hidden="true" className="icon theme-icon">
      <circle cx="10" cy="10" r="7" />
      <path d="M10 3a7 7 0 0 1 0 14Z" fill="currentColor" />
    </svg>
  );
}
