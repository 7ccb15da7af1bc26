"""From the zip files and folders of learning platforms into submitted/."""
